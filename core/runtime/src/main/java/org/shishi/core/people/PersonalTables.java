package org.shishi.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shishi.api.people.PersonFields;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.SealedColumns;
import org.shishi.core.persistence.StoredIn;

/** Where programmes keep what is personal, written down when they open. */
final class PersonalTables {

    private final Handle handle;

    PersonalTables(Handle handle) {
        this.handle = handle;
    }

    /** @param storedIn where the rows of an entity stand */
    void declare(ProgrammeContext programme, Function<Class<?>, Optional<StoredIn>> storedIn) {
        handle.createUpdate("delete from core.personal_table where programme_id = :programme and edition_year = :year")
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .execute();
        for (RecordType<?> type : programme.descriptor().records()) {
            storedIn.apply(type.entity()).ifPresent(place -> insert(programme, type, place));
        }
    }

    private <T extends ProgrammeRecord> void insert(ProgrammeContext programme, RecordType<T> type, StoredIn place) {
        Text title = programme.texts().get(type.id());
        PersonFields<T> fields = type.person().orElse(null);
        handle.createUpdate("insert into core.personal_table (programme_id, edition_year, type_id, title_zh, title_en,"
                        + " schema_name, table_name, version_column, whole_type, whole_column, person_column,"
                        + " person_columns, contact_columns, contact_files, keep_name, keep_years) values (:programme, :year, :type,"
                        + " :zh, :en, :schema, :table, :version, :whole, :wholeColumn, :person, :masks, :contacts,"
                        + " :files, :keep, :years)")
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("type", type.id())
                .bind("zh", title.zh())
                .bind("en", title.en())
                .bind("schema", place.schema())
                .bind("table", place.table())
                .bind("version", place.version())
                .bind("whole", type.partOf().map(RecordType.PartOf::whole).orElse(null))
                .bind(
                        "wholeColumn",
                        type.partOf()
                                .map(of -> place.columns().get(of.reference().path()))
                                .orElse(null))
                .bind(
                        "person",
                        fields == null
                                ? null
                                : place.columns().get(fields.reference().path()))
                .bind("masks", fields == null ? "" : String.join(",", masks(fields, place)))
                .bind("contacts", String.join(",", place.sealed()))
                .bind("files", String.join(",", type.contactAttachments()))
                .bind("keep", type.contactsKeptFor().orElse(null))
                .bindByType("years", years(programme, type.contactsKeptFor().orElse(null)), Integer.class)
                .execute();
    }

    private static <T> List<String> masks(PersonFields<T> fields, StoredIn place) {
        List<String> masks = new ArrayList<>();
        masks.add(mask(fields.name(), place, true));
        masks.add(mask(fields.number(), place, true));
        if (fields.mobile() != null) {
            masks.add(mask(fields.mobile(), place, fields.mobile().missingCode() != null));
        }
        return masks;
    }

    private static String mask(Field<?, ?> field, StoredIn place, boolean needed) {
        return place.columns().get(field.path()) + "=" + (needed ? SealedColumns.GONE : "");
    }

    /** Null: not set, or no number. */
    static Integer years(ProgrammeContext programme, String parameter) {
        return parameter == null
                ? null
                : programme
                        .edition()
                        .value(parameter)
                        .filter(Integer.class::isInstance)
                        .map(Integer.class::cast)
                        .orElse(null);
    }

    List<PersonalTable> all() {
        return handle.createQuery("select * from core.personal_table order by edition_year, programme_id, type_id")
                .map((row, context) -> PersonalTable.of(row))
                .list();
    }
}
