package org.shishi.testkit.fake;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;

/**
 * A tree of organisations in memory, with people who act in it. Ids follow from the names: each run sees the same.
 *
 * <pre>{@code
 * FakeOrganisations tree = new FakeOrganisations();
 * Organisation east = tree.district("东区总工会", District.PUDONG);
 * Organisation factory = tree.grassroots("示例工厂工会", east);
 * Caller officer = tree.caller(Role.GRASSROOTS_OFFICER, factory);
 * }</pre>
 */
public final class FakeOrganisations implements Organisations {

    private final Map<UUID, Organisation> all = new LinkedHashMap<>();
    private final Organisation city = add(OrgType.CITY, "示例市总工会", null, null);

    public Organisation district(String name, District district) {
        return add(OrgType.DISTRICT, name, city, district);
    }

    public Organisation bureau(String name) {
        return add(OrgType.BUREAU, name, city, null);
    }

    public Organisation grassroots(String name, Organisation parent) {
        return add(OrgType.GRASSROOTS, name, parent, parent.district());
    }

    /** @throws IllegalArgumentException when such a body may not hang there */
    public Organisation add(OrgType type, String name, Organisation parent, District district) {
        if (!type.mayHangUnder(parent == null ? null : parent.type())) {
            throw new IllegalArgumentException(
                    type + " may not hang under " + (parent == null ? "nothing" : parent.type()));
        }
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        String path = (parent == null ? "" : parent.path()) + id + "/";
        Organisation added = new Organisation(
                id, type, name, List.of(), parent == null ? null : parent.id(), path, district, false, null, null);
        all.put(id, added);
        return added;
    }

    /** Somebody with one role in one organisation, for every programme. */
    public Caller caller(Role role, Organisation organisation) {
        String name = role + " " + organisation.name();
        return new Caller(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                organisation,
                Map.of(Caller.EVERY_PROGRAMME, Set.of(role)),
                Locale.SIMPLIFIED_CHINESE,
                null);
    }

    @Override
    public Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Map<UUID, Organisation> byIds(Collection<UUID> ids) {
        return ids.stream().distinct().filter(all::containsKey).collect(Collectors.toMap(id -> id, all::get));
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
        Optional<Organisation> one = byId(id);
        return one.filter(Organisation::secondLevel)
                .or(() -> one.flatMap(o -> superiorOf(o.id())).flatMap(up -> secondLevelOf(up.id())));
    }

    @Override
    public Optional<Organisation> superiorOf(UUID id) {
        return byId(id).map(Organisation::parentId).flatMap(this::byId);
    }

    @Override
    public List<Organisation> children(UUID id) {
        return all.values().stream().filter(one -> id.equals(one.parentId())).toList();
    }

    @Override
    public List<Organisation> search(Caller caller, String text, int limit) {
        return all.values().stream()
                .filter(one -> one.within(caller.organisation()) && one.name().contains(text))
                .limit(limit)
                .toList();
    }
}
