package org.shishi.kit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;

/** A city and one district. */
public final class SampleOrganisations implements Organisations {

    private static final UUID CITY_ID = new UUID(1, 1);
    private static final UUID DISTRICT_ID = new UUID(1, 2);

    public static final Organisation CITY = organisation(CITY_ID, OrgType.CITY, "示例市总工会", null);
    public static final Organisation DISTRICT = organisation(DISTRICT_ID, OrgType.DISTRICT, "示例区总工会", CITY_ID);

    private static Organisation organisation(UUID id, OrgType type, String name, UUID parent) {
        String path = (parent == null ? "" : parent + "/") + id + "/";
        return new Organisation(id, type, name, List.of(), parent, path, District.HUANGPU, false, null, null);
    }

    /** Somebody with a role in an organisation, in every programme. */
    public static Caller caller(Role role, Organisation organisation) {
        return new Caller(
                new UUID(2, role.ordinal()),
                role.name(),
                organisation,
                Map.of(Caller.EVERY_PROGRAMME, java.util.Set.of(role)),
                java.util.Locale.SIMPLIFIED_CHINESE,
                null);
    }

    private final Map<UUID, Organisation> all = Map.of(CITY_ID, CITY, DISTRICT_ID, DISTRICT);

    @Override
    public Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Map<UUID, Organisation> byIds(Collection<UUID> ids) {
        Map<UUID, Organisation> found = new HashMap<>(all);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Optional<Organisation> byName(String name) {
        return all.values().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Organisation> byCode(String code) {
        return all.values().stream()
                .filter(one -> code.equalsIgnoreCase(one.code()))
                .findFirst();
    }

    @Override
    public Organisation city() {
        return CITY;
    }

    @Override
    public List<Organisation> secondLevel() {
        return List.of(DISTRICT);
    }

    @Override
    public Optional<Organisation> secondLevelOf(UUID id) {
        return byId(id).filter(Organisation::secondLevel);
    }

    @Override
    public Optional<Organisation> superiorOf(UUID id) {
        return byId(id).flatMap(o -> Optional.ofNullable(all.get(o.parentId())));
    }

    @Override
    public List<Organisation> children(UUID id) {
        return all.values().stream().filter(o -> id.equals(o.parentId())).toList();
    }

    @Override
    public List<Organisation> search(Caller caller, String text, int limit) {
        return all.values().stream()
                .filter(o -> o.name().contains(text))
                .limit(limit)
                .toList();
    }
}
