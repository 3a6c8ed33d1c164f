package org.shishi.shell.fake;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.rule.RefusedException;

/** An invented city. */
public final class FakeTree implements Organisations, OrganisationAdmin {

    private final Map<UUID, Organisation> all = new LinkedHashMap<>();

    public FakeTree() {
        Organisation city = put(OrgType.CITY, "演示市总工会", null, null);
        for (District district : District.values()) {
            Organisation union = put(OrgType.DISTRICT, district.title().zh() + "总工会（演示）", city, district);
            for (int i = 1; i <= 3; i++) {
                Organisation town =
                        put(OrgType.SUBDISTRICT, district.title().zh() + "第" + i + "街道总工会（演示）", union, district);
                put(OrgType.GRASSROOTS, district.title().zh() + "演示第" + i + "机械厂工会", town, district);
            }
        }
        put(OrgType.BUREAU, "演示纺织工会", city, null);
        put(OrgType.INSTITUTION, "演示市职工服务中心", city, null);
    }

    private Organisation put(OrgType type, String name, Organisation parent, District district) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        String path = (parent == null ? "" : parent.path()) + id + "/";
        Organisation made = new Organisation(
                id, type, name, List.of(), parent == null ? null : parent.id(), path, district, false, null, null);
        all.put(id, made);
        return made;
    }

    @Override
    public Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Map<UUID, Organisation> byIds(Collection<UUID> ids) {
        return ids.stream().filter(all::containsKey).distinct().collect(Collectors.toMap(id -> id, all::get));
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
        return all.values().iterator().next();
    }

    @Override
    public List<Organisation> secondLevel() {
        return all.values().stream().filter(Organisation::secondLevel).toList();
    }

    @Override
    public Optional<Organisation> secondLevelOf(UUID id) {
        Organisation at = all.get(id);
        while (at != null && !at.secondLevel()) {
            at = at.parentId() == null ? null : all.get(at.parentId());
        }
        return Optional.ofNullable(at);
    }

    @Override
    public Optional<Organisation> superiorOf(UUID id) {
        return byId(id).map(Organisation::parentId).flatMap(this::byId);
    }

    @Override
    public List<Organisation> children(UUID id) {
        return all.values().stream().filter(o -> id.equals(o.parentId())).toList();
    }

    @Override
    public List<Organisation> search(Caller caller, String text, int limit) {
        return all.values().stream()
                .filter(o -> o.within(caller.organisation()) && o.name().contains(text))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Organisation> children(Caller caller, UUID parent) {
        return children(parent);
    }

    @Override
    public boolean changes(Caller caller, UUID id) {
        return true;
    }

    @Override
    public Organisation create(Caller caller, Organisation draft) {
        if (byName(draft.name()).isPresent()) {
            throw new RefusedException("CORE-ORG-NAME", "name");
        }
        return put(draft.type(), draft.name(), all.get(draft.parentId()), draft.district());
    }

    @Override
    public Organisation update(Caller caller, Organisation changed) {
        all.put(changed.id(), changed);
        return changed;
    }

    @Override
    public OrgPlan plan(Caller caller, OrgChange change) {
        if (!(change instanceof OrgChange.Move move)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        Organisation o = all.get(move.id());
        Organisation parent = all.get(move.parent());
        if (parent.within(o)) {
            throw new RefusedException("CORE-ORG-CYCLE", "parentId");
        }
        return new OrgPlan(
                change.toString(),
                List.of(new OrgPlan.Step(OrgPlan.Kind.MOVE, o.id(), o.name(), parent.name(), 0)),
                1,
                214,
                3,
                0);
    }

    @Override
    public Organisation apply(Caller caller, OrgChange change, String token) {
        OrgChange.Move move = (OrgChange.Move) change;
        Organisation o = all.get(move.id());
        Organisation moved = new Organisation(
                o.id(),
                o.type(),
                o.name(),
                o.aliases(),
                move.parent(),
                all.get(move.parent()).path() + o.id() + "/",
                o.district(),
                o.suburban(),
                o.validFrom(),
                o.validTo());
        all.put(o.id(), moved);
        return moved;
    }
}
