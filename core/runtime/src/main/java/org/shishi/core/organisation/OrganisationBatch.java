package org.shishi.core.organisation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.core.persistence.FastBatch;

/** Many new bodies at once, superiors first. */
public final class OrganisationBatch {

    private static final String BODY = "insert into core.organisation (id, type, name, name_key, parent_id, path,"
            + " district, suburban, valid_from, valid_to, code, updated_at, updated_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ALIAS =
            "insert into core.organisation_alias (organisation_id, place, name, name_key) values (?, ?, ?, ?)";
    private static final String WITHIN =
            "insert into core.organisation_within (ancestor_id, organisation_id) values (?, ?)";
    private static final String PARENT =
            "insert into core.organisation_parent (id, organisation_id, parent_id, valid_from) values (?, ?, ?, ?)";

    private record Alias(UUID body, int place, String name) {}

    private record Inside(UUID ancestor, UUID body) {}

    private OrganisationBatch() {}

    public static void insert(Handle handle, List<Organisation> bodies, Caller by, OffsetDateTime at) {
        FastBatch.run(handle, BODY, bodies, (row, body) -> {
            row.setObject(1, body.id());
            row.setString(2, body.type().name());
            row.setString(3, body.name());
            row.setString(4, NameKey.of(body.name()));
            row.setObject(5, body.parentId());
            row.setString(6, body.path());
            row.setString(7, body.district() == null ? null : body.district().code());
            row.setBoolean(8, body.suburban());
            row.setObject(9, body.validFrom(), java.sql.Types.DATE);
            row.setObject(10, body.validTo(), java.sql.Types.DATE);
            row.setString(11, body.code());
            row.setObject(12, at);
            row.setObject(13, by.accountId());
        });
        FastBatch.run(
                handle,
                ALIAS,
                bodies.stream()
                        .flatMap(body -> java.util.stream.IntStream.range(
                                        0, body.aliases().size())
                                .mapToObj(place -> new Alias(
                                        body.id(), place, body.aliases().get(place))))
                        .toList(),
                (row, alias) -> {
                    row.setObject(1, alias.body);
                    row.setInt(2, alias.place);
                    row.setString(3, alias.name);
                    row.setString(4, NameKey.of(alias.name));
                });
        FastBatch.run(
                handle,
                WITHIN,
                bodies.stream()
                        .flatMap(body -> List.of(body.path().split("/")).stream()
                                .map(above -> new Inside(UUID.fromString(above), body.id())))
                        .toList(),
                (row, inside) -> {
                    row.setObject(1, inside.ancestor);
                    row.setObject(2, inside.body);
                });
        FastBatch.run(handle, PARENT, bodies, (row, body) -> {
            row.setObject(1, UUID.randomUUID());
            row.setObject(2, body.id());
            row.setObject(3, body.parentId());
            row.setObject(4, body.validFrom(), java.sql.Types.DATE);
        });
    }
}
