package org.shishi.core.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.workflow.Transition;

/** Who has to do something about a record in a state, and what. Pure but for the tree. */
final class TodoPlan {

    /** @param limitDays the shortest limit of its actions in working days; 0: none */
    record Item(UUID organisation, List<String> actions, Set<Right> rights, int limitDays) {}

    private TodoPlan() {}

    static <T extends ProgrammeRecord> List<Item> of(
            Kind<T> kind, String state, UUID owner, Organisations organisations) {
        Map<UUID, List<Transition<T>>> waiting = new LinkedHashMap<>();
        kind.type().workflow().ifPresent(flow -> flow.from(state).stream()
                .filter(Transition::isTodo)
                .forEach(step -> waiting.computeIfAbsent(
                                responsible(step, owner, organisations), id -> new ArrayList<>())
                        .add(step)));
        List<Item> items = new ArrayList<>();
        waiting.forEach((organisation, steps) -> items.add(item(organisation, steps)));
        return items;
    }

    private static <T> Item item(UUID organisation, List<Transition<T>> steps) {
        Set<Right> rights = new TreeSet<>();
        steps.forEach(step -> rights.addAll(step.rights()));
        return new Item(
                organisation,
                steps.stream().map(Transition::action).distinct().toList(),
                rights,
                steps.stream()
                        .mapToInt(Transition::limitWorkingDays)
                        .filter(days -> days > 0)
                        .min()
                        .orElse(0));
    }

    /** By the step's levels; where it has none, by its rights: review is the second level's, approval and payment the city's. */
    private static UUID responsible(Transition<?> step, UUID owner, Organisations organisations) {
        Set<OrgType> levels = step.levels();
        boolean free = levels.isEmpty();
        if (organisations.byId(owner).filter(o -> levels.contains(o.type())).isPresent()) {
            return owner;
        }
        boolean secondLevel = free
                ? step.rights().contains(Right.REVIEW)
                : levels.contains(OrgType.DISTRICT) || levels.contains(OrgType.BUREAU);
        if (secondLevel) {
            return organisations.secondLevelOf(owner).map(Organisation::id).orElse(owner);
        }
        boolean city = free
                ? step.rights().contains(Right.APPROVE) || step.rights().contains(Right.SETTLE)
                : levels.contains(OrgType.CITY);
        return city ? organisations.city().id() : owner;
    }
}
