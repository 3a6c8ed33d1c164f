package org.shishi.core.organisation.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgTree;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.core.list.SheetList;
import org.shishi.core.organisation.Bodies;
import org.shishi.core.organisation.NameKey;
import org.shishi.core.organisation.OrganisationChecks;
import org.shishi.core.organisation.TreeScope;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.TableRows.Cells;

/** One file of bodies: looked at together with each other and with all that are there. */
final class OrganisationPass implements SheetList.Pass {

    private record Sibling(UUID parent, String name) {}

    private final TreeScope scope;
    private final CoreTexts texts;
    private final Consumer<List<Draft>> saving;
    private final Map<String, Organisation> byCode = new HashMap<>();
    private final Map<String, List<Organisation>> byName = new HashMap<>();
    private final Map<Sibling, List<Organisation>> siblings = new HashMap<>();
    private final Map<District, List<Organisation>> districts = new HashMap<>();
    private final Map<UUID, Organisation> byId = new HashMap<>();

    private final Map<String, Draft> draftsByCode = new HashMap<>();
    private final Map<String, List<Draft>> draftsByName = new HashMap<>();
    private List<Draft> drafts = List.of();

    OrganisationPass(List<Organisation> known, TreeScope scope, CoreTexts texts, Consumer<List<Draft>> saving) {
        this.scope = scope;
        this.texts = texts;
        this.saving = saving;
        known.forEach(this::add);
    }

    private void add(Organisation body) {
        byId.put(body.id(), body);
        if (body.code() != null) {
            byCode.put(body.code(), body);
        }
        byName.computeIfAbsent(NameKey.of(body.name()), name -> new ArrayList<>(1))
                .add(body);
        siblings.computeIfAbsent(sibling(body), name -> new ArrayList<>(1)).add(body);
        if (body.type() == OrgType.DISTRICT) {
            districts
                    .computeIfAbsent(body.district(), one -> new ArrayList<>(1))
                    .add(body);
        }
    }

    private static Sibling sibling(Organisation body) {
        return new Sibling(body.parentId(), NameKey.of(body.name()));
    }

    @Override
    public List<Verdict> check(List<Cells> rows) {
        drafts = rows.stream().map(row -> new Draft(row, texts)).toList();
        drafts.forEach(this::register);
        drafts.forEach(this::place);
        return drafts.stream()
                .map(draft -> new Verdict(draft.faults, changes(draft)))
                .toList();
    }

    /** Whoever brings a sheet is told which of its rows change something that is there. */
    private static List<Violation> changes(Draft draft) {
        return draft.good() && draft.before != null && !draft.before.equals(draft.body)
                ? List.of(Violation.of("CORE-LIST-CHANGES", OrganisationColumn.NAME.field, draft.before.name()))
                : List.of();
    }

    @Override
    public void save() {
        saving.accept(drafts.stream()
                .filter(Draft::good)
                .sorted(Comparator.comparingInt(draft -> draft.depth))
                .toList());
    }

    private void register(Draft draft) {
        String code = draft.said.code();
        if (code != null && draftsByCode.putIfAbsent(code, draft) != null) {
            draft.faults.add(Violation.of("CORE-ORG-CODE", OrganisationColumn.CODE.field));
        }
        draftsByName
                .computeIfAbsent(NameKey.of(draft.said.name()), name -> new ArrayList<>(1))
                .add(draft);
    }

    private void place(Draft draft) {
        if (draft.place != Draft.Place.NONE) {
            return;
        }
        draft.place = Draft.Place.UNDER_WAY;
        Organisation there = draft.said.code() == null ? null : byCode.get(draft.said.code());
        if (there == null) {
            placeNew(draft);
        } else {
            change(draft, there);
        }
        draft.place = Draft.Place.DONE;
    }

    private void change(Draft draft, Organisation there) {
        if (!scope.covers(there)) {
            draft.faults.add(Violation.of("CORE-ORG-CODE", OrganisationColumn.CODE.field));
            return;
        }
        Organisation parent = there.parentId() == null ? null : byId.get(there.parentId());
        boolean same = draft.parentKey.isEmpty()
                || parent != null
                        && (draft.parentKey.equalsIgnoreCase(parent.code())
                                || NameKey.of(draft.parentKey).equals(NameKey.of(parent.name())));
        if (!same || draft.said.type() != null && draft.said.type() != there.type()) {
            draft.faults.add(Violation.of("CORE-ORG-IMPORT-PLACE", OrganisationColumn.PARENT.field));
        }
        Organisation body = Bodies.merged(there, draft.said);
        // Unchanged it may stand there: an exported list begins with it.
        if (!scope.changes(there)
                && !OrganisationChecks.differences(there, body).isEmpty()) {
            draft.faults.add(TreeScope.owned(there, OrganisationColumn.CODE.field));
        }
        siblings.get(sibling(there)).remove(there);
        look(draft, body);
        if (draft.faults.isEmpty()) {
            draft.before = there;
            keep(draft, body);
        } else {
            siblings.get(sibling(there)).add(there);
        }
    }

    private void placeNew(Draft draft) {
        Organisation parent = parent(draft);
        if (parent == null) {
            return;
        }
        if (draft.said.type() == null) {
            return;
        }
        draft.faults.addAll(
                OrgTree.checkParent(draft.said.type(), parent.type()).refusals());
        Organisation body = Bodies.placed(draft.said, parent);
        look(draft, body);
        if (draft.faults.isEmpty()) {
            keep(draft, body);
            add(body);
        }
    }

    private void keep(Draft draft, Organisation body) {
        draft.body = body;
        draft.depth = (int) body.path().chars().filter(c -> c == '/').count();
        if (draft.before != null) {
            byId.put(body.id(), body);
            siblings.computeIfAbsent(sibling(body), name -> new ArrayList<>(1)).add(body);
        }
    }

    /** By code first, then by name; bodies of the file before those that are there. Null: noted why not. */
    private Organisation parent(Draft draft) {
        String key = draft.parentKey;
        Draft above = draftsByCode.get(Bodies.code(key));
        if (above == null && (key.isEmpty() || !byCode.containsKey(Bodies.code(key)))) {
            List<Draft> named = draftsByName.getOrDefault(NameKey.of(key), List.of());
            above = named.size() == 1 && !byName.containsKey(NameKey.of(key)) ? named.getFirst() : null;
        }
        if (above != null && !key.isEmpty()) {
            if (above.place == Draft.Place.UNDER_WAY) {
                draft.faults.add(Violation.of("CORE-ORG-CYCLE", OrganisationColumn.PARENT.field));
                return null;
            }
            place(above);
            if (above.good()) {
                return above.body;
            }
            draft.faults.add(Violation.of("CORE-ORG-ABOVE", OrganisationColumn.PARENT.field));
            return null;
        }
        Organisation coded = key.isEmpty() ? null : byCode.get(Bodies.code(key));
        List<Organisation> named = byName.getOrDefault(NameKey.of(key), List.of()).stream()
                .filter(scope::covers)
                .toList();
        Organisation found = coded != null ? coded : named.size() == 1 ? named.getFirst() : null;
        if (found == null || !scope.covers(found)) {
            draft.faults.add(Violation.of("CORE-ORG-UNKNOWN", OrganisationColumn.PARENT.field));
            return null;
        }
        return found;
    }

    private void look(Draft draft, Organisation body) {
        boolean named = !body.name().isEmpty()
                && body.name().length() <= OrganisationChecks.LONGEST_NAME
                && siblings.getOrDefault(sibling(body), List.of()).stream()
                        .noneMatch(other -> !other.id().equals(body.id()) && OrganisationChecks.sameTime(body, other));
        if (!named) {
            draft.faults.add(Violation.of("CORE-ORG-NAME", OrganisationColumn.NAME.field));
        }
        draft.faults.addAll(OrganisationChecks.ownFaults(body));
        if (body.type() == OrgType.DISTRICT
                && (body.district() == null
                        || districts.getOrDefault(body.district(), List.of()).stream()
                                .anyMatch(other -> !Objects.equals(other.id(), body.id())
                                        && OrganisationChecks.sameTime(body, other)))) {
            draft.faults.add(Violation.of("CORE-ORG-DISTRICT", OrganisationColumn.DISTRICT.field));
        }
    }
}
