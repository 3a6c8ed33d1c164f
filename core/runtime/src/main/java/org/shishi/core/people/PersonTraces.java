package org.shishi.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.core.edition.SealsService;
import org.shishi.core.file.AttachmentsService;

/**
 * What is kept of persons beside the registry and the fields of their records: attachments, and what seals know. Of a record
 * of several persons it goes with the last of them. It goes, too, when a record's retention has ended and its persons stay.
 */
@Component(service = PersonTraces.class)
public final class PersonTraces {

    private static final int PARTS_AT_ONCE = 500;

    /** @param attachments that have content, @param seals that know persons */
    public record Found(long attachments, long seals) {

        Found plus(Found other) {
            return new Found(attachments + other.attachments, seals + other.seals);
        }
    }

    /** A record that is somebody's part. */
    record Part(String programmeId, int year, String typeId, UUID record) {

        String object(String type, UUID id) {
            return programmeId + "/" + year + "/" + type + "/" + id;
        }
    }

    private final AttachmentsService attachments;
    private final SealsService seals;
    private final Audit audit;

    @Activate
    public PersonTraces(
            @Reference AttachmentsService attachments, @Reference SealsService seals, @Reference Audit audit) {
        this.attachments = attachments;
        this.seals = seals;
        this.audit = audit;
    }

    /** Of records of which every part is over. */
    Found found(Handle handle, List<Part> records) {
        List<String> objects = objects(handle, records);
        return new Found(attachments.present(handle, objects, List.of()), seals.knowing(handle, objects));
    }

    Found forgetRecords(Handle handle, Caller caller, List<Part> records) {
        return forgetObjects(handle, caller, objects(handle, records));
    }

    /** Of persons who are pseudonymised already. */
    Found forget(Handle handle, Caller caller, List<UUID> persons) {
        return forgetObjects(handle, caller, objects(handle, parts(handle, persons)));
    }

    private Found forgetObjects(Handle handle, Caller caller, List<String> objects) {
        return new Found(attachments.forget(handle, objects, List.of()), forgetSeals(handle, caller, objects));
    }

    private long forgetSeals(Handle handle, Caller caller, List<String> objects) {
        SealsService.Forgotten forgotten = seals.forget(handle, objects);
        forgotten
                .redacted()
                .forEach(seal -> audit.write(
                        caller,
                        "seal.redact",
                        "seal/" + seal.id(),
                        null,
                        Map.of("digest", seal.digest(), "redacted", seal.redacted())));
        return forgotten.seals();
    }

    /** Records of these persons of which nobody else is known. */
    private static List<Part> parts(Handle handle, List<UUID> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("select distinct t.programme_id, t.edition_year, t.type_id, t.record_id"
                        + " from core.participation t where t.subject_id in (<persons>) and not exists (select 1"
                        + " from core.participation o join core.person q on q.id = o.subject_id"
                        + " where o.record_id = t.record_id and q.pseudonymised_at is null)"
                        + " order by 1, 2, 3, 4")
                .bindList("persons", persons)
                .map((row, context) ->
                        new Part(row.getString(1), row.getInt(2), row.getString(3), row.getObject(4, UUID.class)))
                .list();
    }

    /** What seals and files know of the contacts of these records, seals also those of what is part of them. */
    Found ofContacts(Handle handle, PersonalTable table, List<UUID> records) {
        return new Found(
                table.files().isEmpty() ? 0 : attachments.present(handle, own(table, records), table.files()),
                seals.knowing(handle, objects(handle, table, records)));
    }

    Found forgetContacts(Handle handle, Caller caller, PersonalTable table, List<UUID> records) {
        return new Found(
                table.files().isEmpty() ? 0 : attachments.forget(handle, own(table, records), table.files()),
                forgetSeals(handle, caller, objects(handle, table, records)));
    }

    private static List<String> own(PersonalTable table, List<UUID> records) {
        return records.stream().map(table::object).toList();
    }

    /** Without those that are a living person's: what their seals know goes with that person. */
    private static List<String> objects(Handle handle, PersonalTable table, List<UUID> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Set<UUID> ofPersons = handle.createQuery("select distinct t.record_id from core.participation t"
                        + " join core.person q on q.id = t.subject_id where t.record_id in (<records>)"
                        + " and q.pseudonymised_at is null")
                .bindList("records", records)
                .mapTo(UUID.class)
                .set();
        return objects(
                handle,
                records.stream()
                        .filter(id -> !ofPersons.contains(id))
                        .map(id -> new Part(table.programmeId(), table.year(), table.typeId(), id))
                        .toList());
    }

    /** The records, and what is part of them. */
    private static List<String> objects(Handle handle, List<Part> parts) {
        List<String> objects = new ArrayList<>();
        List<PersonalTable> below = new PersonalTables(handle)
                .all().stream().filter(table -> table.wholeType() != null).toList();
        for (int from = 0; from < parts.size(); from += PARTS_AT_ONCE) {
            List<Part> some = parts.subList(from, Math.min(parts.size(), from + PARTS_AT_ONCE));
            some.forEach(part -> objects.add(part.object(part.typeId(), part.record())));
            below.forEach(table -> below(handle, table, some, objects));
        }
        return objects;
    }

    private static void below(Handle handle, PersonalTable table, List<Part> parts, List<String> objects) {
        List<UUID> wholes = parts.stream()
                .filter(part -> part.programmeId().equals(table.programmeId())
                        && part.year() == table.year()
                        && part.typeId().equals(table.wholeType()))
                .map(Part::record)
                .toList();
        if (!wholes.isEmpty() && table.there(handle)) {
            table.parts(handle, wholes).forEach(id -> objects.add(table.object(id)));
        }
    }
}
