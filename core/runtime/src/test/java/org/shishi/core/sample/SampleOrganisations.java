package org.shishi.core.sample;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;

/** A small tree held in memory: the city, two districts, a grassroots union in the first. */
public final class SampleOrganisations implements Organisations {

    private final Map<UUID, Organisation> all = new LinkedHashMap<>();

    public final Organisation city = add(OrgType.CITY, "示例市总工会", null);
    public final Organisation east = add(OrgType.DISTRICT, "东区总工会", city);
    public final Organisation west = add(OrgType.DISTRICT, "西区总工会", city);
    public final Organisation factory = add(OrgType.GRASSROOTS, "示例工厂工会", east);

    public Organisation add(OrgType type, String name, Organisation parent) {
        UUID id = UUID.randomUUID();
        String path = (parent == null ? "" : parent.path()) + id + "/";
        Organisation added = new Organisation(
                id, type, name, List.of(), parent == null ? null : parent.id(), path, null, false, null, null);
        all.put(id, added);
        return added;
    }

    /** Writes the tree where accounts refer to it. */
    public void store(Handle handle) {
        all.values()
                .forEach(one -> handle.execute(
                        """
                        insert into core.organisation (id, type, name, name_key, parent_id, path, suburban, updated_at,
                                                       updated_by)
                        values (?, ?, ?, ?, ?, ?, false, current_timestamp, ?)
                        """,
                        one.id(),
                        one.type().name(),
                        one.name(),
                        one.name(),
                        one.parentId(),
                        one.path(),
                        Caller.SYSTEM_ID));
    }

    @Override
    public Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Map<UUID, Organisation> byIds(Collection<UUID> ids) {
        return ids.stream().filter(all::containsKey).collect(Collectors.toMap(id -> id, all::get));
    }

    @Override
    public Optional<Organisation> byName(String name) {
        return all.values().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Organisation> byCode(String code) {
        return all.values().stream()
                .filter(one -> code.equalsIgnoreCase(one.code()))
                .findFirst();
    }

    @Override
    public Organisation city() {
        return city;
    }

    @Override
    public List<Organisation> secondLevel() {
        return all.values().stream().filter(Organisation::secondLevel).toList();
    }

    @Override
    public Optional<Organisation> secondLevelOf(UUID id) {
        return byId(id).flatMap(one ->
                one.secondLevel() ? Optional.of(one) : parent(one).flatMap(up -> secondLevelOf(up.id())));
    }

    @Override
    public Optional<Organisation> superiorOf(UUID id) {
        return byId(id).flatMap(this::parent);
    }

    private Optional<Organisation> parent(Organisation of) {
        return of.parentId() == null ? Optional.empty() : byId(of.parentId());
    }

    @Override
    public List<Organisation> children(UUID id) {
        return all.values().stream().filter(one -> id.equals(one.parentId())).toList();
    }

    @Override
    public List<Organisation> search(Caller caller, String text, int limit) {
        return all.values().stream()
                .filter(one -> one.name().contains(text))
                .limit(limit)
                .toList();
    }
}
