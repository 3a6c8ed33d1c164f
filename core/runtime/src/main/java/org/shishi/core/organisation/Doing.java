package org.shishi.core.organisation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.OrgPlan.Step;
import org.shishi.api.organisation.OrgTree;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory.Kind;
import org.shishi.api.rule.Violation;

/**
 * The single steps of a change, done in the transaction of whoever asks, each looked at first. What cannot be done is
 * noted and left out, so that everything wrong with a change is told together.
 */
final class Doing {

    final OrganisationRows rows;
    final LocalDate today;
    private final Branches branches;
    private final HistoryRows history;
    private final TreeScope scope;
    private final Caller caller;
    private final OffsetDateTime now;

    private final List<Violation> wrong = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    /** All that the plan rests on; ids of new bodies are not in it. */
    private final StringBuilder facts = new StringBuilder();

    Doing(Handle handle, TreeScope scope, Caller caller, LocalDate today, OffsetDateTime now) {
        this.rows = new OrganisationRows(handle);
        this.branches = new Branches(handle);
        this.history = new HistoryRows(handle);
        this.scope = scope;
        this.caller = caller;
        this.today = today;
        this.now = now;
    }

    List<Violation> wrong() {
        return wrong;
    }

    List<Step> steps() {
        return steps;
    }

    Set<UUID> touched() {
        return touched;
    }

    String facts() {
        return facts.toString();
    }

    void refuse(Violation violation) {
        wrong.add(violation);
    }

    /** A body that the caller handles and that is not closed yet. */
    Organisation open(UUID id, String field) {
        Organisation body = any(id);
        if (closed(body)) {
            refuse(Violation.of("CORE-ORG-CLOSED", field, body.name()));
        }
        return body;
    }

    /** One that is changed itself, not only what hangs below it. */
    Organisation changed(UUID id, String field) {
        Organisation body = open(id, field);
        if (!scope.changes(body)) {
            refuse(TreeScope.owned(body, field));
        }
        return body;
    }

    private boolean closed(Organisation body) {
        return body.validTo() != null && body.validTo().isBefore(today);
    }

    Organisation any(UUID id) {
        Organisation body = id == null ? null : rows.find(id).orElse(null);
        if (body == null) {
            throw TreeScope.notFound();
        }
        scope.require(body);
        return body;
    }

    void create(Organisation body, Organisation parent, Organisation from) {
        List<Violation> faults = OrganisationChecks.faults(body, rows);
        if (noted(faults)) {
            return;
        }
        rows.insert(body, caller.accountId(), now);
        history.add(Kind.SPLIT_FROM, body, today, from, Map.of(), caller, now);
        history.add(Kind.SPLIT_OFF, from, today, body, Map.of(), caller, now);
        step(OrgPlan.Kind.CREATE, body, parent.name(), 0, "");
    }

    void rename(Organisation body, String name, boolean keepOld) {
        Organisation renamed = Bodies.called(body, name, keepOld);
        if (renamed.name().equals(body.name())) {
            refuse(Violation.of("CORE-ORG-NAME", "name"));
            return;
        }
        if (noted(OrganisationChecks.faults(renamed, rows))) {
            return;
        }
        history.called(body, today);
        rows.update(renamed, caller.accountId(), now);
        history.add(
                Kind.RENAMED, body, today, null, Map.of("name", body.name() + " -> " + renamed.name()), caller, now);
        touched.add(body.id());
        step(OrgPlan.Kind.RENAME, body, renamed.name(), 0, body.aliases().toString());
        if (keepOld) {
            step(OrgPlan.Kind.ALIAS, renamed, body.name(), 0, "");
        }
    }

    void alias(Organisation body, List<String> names) {
        Organisation more = Bodies.alsoCalled(body, names);
        rows.update(more, caller.accountId(), now);
        names.forEach(name -> step(OrgPlan.Kind.ALIAS, body, name, 0, ""));
    }

    void move(Organisation body, Organisation parent) {
        List<Violation> faults = new ArrayList<>(cycle(body, parent));
        if (!closed(body)) {
            faults.addAll(OrgTree.checkParent(body.type(), parent.type()).refusals());
        }
        if (faults.isEmpty()) {
            faults.addAll(OrganisationChecks.placeFaults(Bodies.under(body, parent), rows));
        }
        if (!noted(faults)) {
            hang(body, parent, OrgPlan.Kind.MOVE, Kind.MOVED);
        }
    }

    List<Violation> cycle(Organisation body, Organisation parent) {
        // The way up from the new parent is all that the rule of cycles walks.
        List<OrgTree.Node> nodes = rows.ancestors(parent.id()).entrySet().stream()
                .map(e -> new OrgTree.Node(
                        e.getKey().toString(), e.getValue().map(UUID::toString).orElse(null)))
                .toList();
        return OrgTree.checkMove(body.id().toString(), parent.id().toString(), nodes)
                .refusals();
    }

    /** A closed body under its successor, whatever their types: a drawer of old records, no member of the tree. */
    void handOver(Organisation closed, Organisation successor) {
        // Its place has changed with its children's, its path has not.
        hang(closed, rows.find(successor.id()).orElseThrow(), OrgPlan.Kind.HAND_OVER, Kind.MERGED_INTO);
        history.add(Kind.TOOK_IN, successor, today, closed, Map.of(), caller, now);
    }

    private void hang(Organisation body, Organisation parent, OrgPlan.Kind kind, Kind event) {
        List<Organisation> all = rows.within(body.id());
        all.forEach(one -> touched.add(one.id()));
        Map<String, String> from = rows.find(body.parentId())
                .map(before -> Map.of("parent", before.name() + " -> " + parent.name()))
                .orElse(Map.of());
        branches.move(body, parent, today, caller.accountId(), now);
        history.add(event, body, today, parent, from, caller, now);
        step(kind, body, parent.name(), all.size() - 1, body.path() + " " + parent.parentId());
    }

    void close(Organisation body, LocalDate lastDay) {
        Organisation closed = Bodies.until(body, lastDay);
        if (noted(OrganisationChecks.faults(closed, rows))) {
            return;
        }
        rows.update(closed, caller.accountId(), now);
        history.add(Kind.CLOSED, body, lastDay, null, Map.of(), caller, now);
        touched.add(body.id());
        step(OrgPlan.Kind.CLOSE, body, lastDay.toString(), 0, String.valueOf(body.validTo()));
    }

    private boolean noted(List<Violation> faults) {
        wrong.addAll(faults);
        return !faults.isEmpty();
    }

    private void step(OrgPlan.Kind kind, Organisation body, String value, int below, String rest) {
        Step step = new Step(kind, body.id(), body.name(), value, below);
        steps.add(step);
        facts.append(kind)
                .append('|')
                .append(kind == OrgPlan.Kind.CREATE ? "" : body.id())
                .append('|')
                .append(body.name())
                .append('|')
                .append(value)
                .append('|')
                .append(below)
                .append('|')
                .append(rest)
                .append('\n');
    }
}
