package org.shishi.kit.field;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Texts;

/**
 * Values as a page shows them, in one language: sensitive ones masked, money as {@code ¥1,234.00}, organisations by
 * name, nothing as {@value #NOTHING}. Made for one visit of a page; not thread-safe.
 */
public final class FieldFormat {

    /** Stands where a value is empty. */
    public static final String NOTHING = "—";

    private final Texts texts;
    private final Organisations organisations;
    private final Locale locale;
    private final Map<UUID, String> names = new HashMap<>();

    /** @param texts of the programme */
    public FieldFormat(Texts texts, Organisations organisations, Locale locale) {
        this.texts = texts;
        this.organisations = organisations;
        this.locale = locale;
    }

    /** What a field is called. */
    public String label(RecordType<?> type, Field<?, ?> field) {
        return texts.get(type.id() + "." + field.name()).in(locale);
    }

    /** What a field is called, by its name; names that are no field stay as they are. */
    public String label(RecordType<?> type, String name) {
        return type.field(name).isPresent() ? texts.get(type.id() + "." + name).in(locale) : name;
    }

    /** A field of a record, masked when sensitive. */
    public <T extends ProgrammeRecord, V> String of(Field<T, V> field, T record) {
        return value(field, field.get(record));
    }

    /** A value of a field, masked when sensitive. */
    public <V> String value(Field<?, V> field, V value) {
        String text = clear(field, value);
        return text.equals(NOTHING) ? text : field.sensitivity().mask(text);
    }

    /** A value of a field as it is. */
    public <V> String clear(Field<?, V> field, V value) {
        if (value == null) {
            return NOTHING;
        }
        String text =
                switch (field.kind()) {
                    case MONEY -> Amounts.money((Long) value);
                    case ORGANISATION -> organisation((UUID) value);
                    default -> PlainValues.toText(field, value, texts, locale);
                };
        return text.isBlank() ? NOTHING : text;
    }

    /** A plain value of a field, as histories keep them, masked when sensitive. */
    public <V> String plain(Field<?, V> field, Object plain) {
        PlainValues.Read<V> read = PlainValues.fromPlain(field, plain);
        return read.fault() == null ? value(field, read.value()) : String.valueOf(plain);
    }

    /** Name of an organisation; {@value #NOTHING} for one that is unknown. */
    public String organisation(UUID id) {
        if (id == null) {
            return NOTHING;
        }
        return names.computeIfAbsent(
                id, i -> organisations.byId(i).map(Organisation::name).orElse(NOTHING));
    }

    /** Reads the names of many organisations at once, before a table shows them one by one. */
    public void prepare(Collection<UUID> ids) {
        organisations.byIds(ids).forEach((id, organisation) -> names.put(id, organisation.name()));
    }
}
