package org.shishi.core.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.Teamwork.Person;
import org.shishi.core.persistence.Like;

/** Whose accounts can have to do with a record: by their own roles, at its owner and above. */
final class Colleagues<T extends ProgrammeRecord> {

    /** Who only reads decides nothing. */
    private static final Set<Right> READING = EnumSet.of(Right.VIEW, Right.UNMASK, Right.AUDIT_LOG);

    private static final int MOST_GRANTS = 5_000;

    private final Desk<T> desk;

    Colleagues(Desk<T> desk) {
        this.desk = desk;
    }

    /** An account in one organisation. */
    record Colleague(
            UUID account, String name, UUID organisationId, String organisation, OrgType level, Set<Right> rights) {

        boolean works() {
            return rights.stream().anyMatch(right -> !READING.contains(right));
        }

        Person person() {
            return new Person(account, name, organisation);
        }
    }

    private record Row(UUID account, String name, UUID organisation, String orgName, OrgType level, Role role) {}

    /** Those who see the record, one organisation each: the first that is wanted. */
    List<Colleague> named(T record, Collection<UUID> accounts, Predicate<Colleague> wanted) {
        return accounts.isEmpty() ? List.of() : find(record, accounts, null, wanted);
    }

    /** By name. */
    List<Colleague> search(T record, String search, Predicate<Colleague> wanted) {
        return find(record, null, search, wanted);
    }

    private List<Colleague> find(T record, Collection<UUID> accounts, String search, Predicate<Colleague> wanted) {
        UUID owner = record.head().ownerOrg();
        Map<List<UUID>, Colleague> found = new LinkedHashMap<>();
        for (Row row : desk.services.core().read(handle -> rows(handle, owner, accounts, search))) {
            boolean sees =
                    switch (row.role().reach()) {
                        case NONE -> false;
                        case PERSONAL ->
                            row.organisation().equals(owner)
                                    && row.account().equals(record.head().createdBy());
                        case OWN -> row.organisation().equals(owner);
                        case SUBTREE -> true;
                    };
            if (sees && row.role().rights().contains(Right.VIEW)) {
                found.merge(
                        List.of(row.account(), row.organisation()),
                        new Colleague(
                                row.account(),
                                row.name(),
                                row.organisation(),
                                row.orgName(),
                                row.level(),
                                EnumSet.copyOf(row.role().rights())),
                        Colleagues::both);
            }
        }
        Map<UUID, Colleague> first = new LinkedHashMap<>();
        found.values().stream().filter(wanted).forEach(one -> first.putIfAbsent(one.account(), one));
        return List.copyOf(first.values());
    }

    private static Colleague both(Colleague one, Colleague other) {
        Set<Right> rights = EnumSet.copyOf(one.rights());
        rights.addAll(other.rights());
        return new Colleague(one.account(), one.name(), one.organisationId(), one.organisation(), one.level(), rights);
    }

    private List<Row> rows(Handle handle, UUID owner, Collection<UUID> accounts, String search) {
        List<UUID> above = desk.services
                .organisations()
                .byId(owner)
                .map(organisation -> Arrays.stream(organisation.path().split("/"))
                        .filter(part -> !part.isEmpty())
                        .map(UUID::fromString)
                        .toList())
                .orElse(List.of(owner));
        Query query = handle.createQuery("select a.id, a.display_name, o.id, o.name, o.type, g.role"
                        + " from core.role_grant g join core.account a on a.id = g.account_id"
                        + " join core.organisation o on o.id = g.organisation_id"
                        + " where g.organisation_id in (<above>) and g.programme_id in (:every, :programme)"
                        + " and not a.disabled"
                        + (accounts == null ? "" : " and a.id in (<accounts>)")
                        + (search == null || search.isBlank()
                                ? ""
                                : " and lower(a.display_name) like :search escape '!'")
                        + " order by a.display_name, a.id, o.id limit :most")
                .bindList("above", above)
                .bind("every", Caller.EVERY_PROGRAMME)
                .bind("programme", desk.kind.programmeId())
                .bind("most", MOST_GRANTS);
        if (accounts != null) {
            query.bindList("accounts", List.copyOf(accounts));
        }
        if (search != null && !search.isBlank()) {
            query.bind("search", Like.containing(search.strip()));
        }
        return query.map((rs, ctx) -> new Row(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getObject(3, UUID.class),
                        rs.getString(4),
                        OrgType.valueOf(rs.getString(5)),
                        Role.valueOf(rs.getString(6))))
                .list();
    }
}
