package org.shishi.core.edition;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.EditionAdmin.Extension;
import org.shishi.api.programme.EditionState;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.Window;
import org.shishi.core.audit.Reasons;

/** A city approver holds a hard window open for one organisation (K-8). */
final class Extensions {

    private final EditionDesk desk;

    Extensions(EditionDesk desk) {
        this.desk = desk;
    }

    Extension grant(Caller caller, EditionKey key, String window, UUID organisation, LocalDate until, String reason) {
        caller.require(key.programmeId(), Right.APPROVE);
        String why = Reasons.mandatory(reason);
        if (until == null || organisation == null) {
            throw new RefusedException("CORE-MISSING", until == null ? "until" : "organisation");
        }
        return desk.change(key, (handle, row) -> {
            if (row.state() != EditionState.PUBLISHED) {
                throw new RefusedException("CORE-EDITION-STATE", null, row.state());
            }
            known(handle, organisation);
            LocalDate end = end(handle, row, window, organisation);
            if (!until.isAfter(end)) {
                throw new RefusedException("CORE-EXTENSION-DAY", "until", end.toString());
            }
            Extension extension = new Extension(
                    UUID.randomUUID(), window, organisation, until, why, caller.name(), desk.now(), null, null);
            new RevisionRows(handle).insert(key, extension, caller);
            desk.write(caller, "window.extend", key, why, details(extension));
            return extension;
        });
    }

    private static void known(Handle handle, UUID organisation) {
        boolean there = handle.createQuery("select id from core.organisation where id = :id")
                .bind("id", organisation)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
        if (!there) {
            throw new RefusedException("CORE-NOT-FOUND", "organisation");
        }
    }

    private LocalDate end(Handle handle, EditionRows.Row row, String window, UUID organisation) {
        RevisionRows revisions = new RevisionRows(handle);
        Decided decided =
                Decided.of(row.state(), row.stamp(), revisions.of(row.key()), revisions.extensions(row.key()));
        EditionFile.Content declared = new EditionFile.Content(
                row.state(),
                new EditionRows(handle)
                        .definitions(row.key()).stream()
                                .map(EditionRows.Definition::parameter)
                                .toList(),
                Map.of());
        try {
            Window now = LiveEdition.of(row.key(), declared, () -> decided, desk.clock())
                    .window(window, organisation);
            if (now.to() == null) {
                throw new RefusedException("CORE-WINDOW-UNSET", "window");
            }
            return now.to();
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new RefusedException("CORE-PARAM-UNKNOWN", "window", window);
        }
    }

    void revoke(Caller caller, UUID id, String reason) {
        EditionKey key = desk.database()
                .read(handle -> new RevisionRows(handle).editionOfExtension(id))
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
        caller.require(key.programmeId(), Right.APPROVE);
        String why = Reasons.mandatory(reason);
        desk.change(key, (handle, row) -> {
            new RevisionRows(handle).revoke(id, caller, desk.now());
            desk.write(caller, "window.revoke", key, why, Map.of("extension", id.toString()));
            return null;
        });
    }

    private static Map<String, String> details(Extension extension) {
        return Map.of(
                "extension",
                extension.id().toString(),
                "window",
                extension.window(),
                "organisation",
                extension.organisation().toString(),
                "until",
                extension.until().toString());
    }
}
