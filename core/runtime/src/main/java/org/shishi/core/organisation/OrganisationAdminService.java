package org.shishi.core.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.OrgTree;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.OpenCases;

/** Changes the tree: checked, audited, one after the other on all nodes. */
@Component(service = OrganisationAdmin.class)
public final class OrganisationAdminService implements OrganisationAdmin {

    private final CoreDatabase database;
    private final CurrentTree tree;
    private final Audit audit;
    private final Planning planning;
    private final Clock clock;

    @Activate
    public OrganisationAdminService(
            @Reference CoreDatabase database,
            @Reference CurrentTree tree,
            @Reference Audit audit,
            @Reference OpenCases cases,
            @Reference Clock clock) {
        this.database = database;
        this.tree = tree;
        this.audit = audit;
        this.clock = clock;
        this.planning = new Planning(database, cases);
    }

    @Override
    public List<Organisation> children(Caller caller, UUID parent) {
        TreeScope.of(caller, tree.get()).require(tree.get().byId(parent).orElseThrow(TreeScope::notFound));
        return tree.get().children(parent);
    }

    @Override
    public boolean changes(Caller caller, UUID id) {
        return TreeScope.of(caller, tree.get()).changes(tree.get().byId(id).orElseThrow(TreeScope::notFound));
    }

    @Override
    public Organisation create(Caller caller, Organisation draft) {
        return change(caller, (handle, scope) -> {
            OrganisationRows rows = new OrganisationRows(handle);
            if (draft.parentId() == null) {
                // The city is there from the first start on, and it is alone at the top.
                throw new RefusedException("CORE-ORG-PARENT", "parentId", draft.type(), "–");
            }
            Organisation parent = find(rows, draft.parentId());
            scope.require(parent);
            OrgTree.checkParent(draft.type(), parent.type()).orThrow();
            Organisation body = Bodies.placed(draft, parent);
            OrganisationChecks.check(body, rows);
            rows.insert(body, caller.accountId(), now());
            new HistoryRows(handle)
                    .add(OrganisationHistory.Kind.CREATED, body, today(), parent, Map.of(), caller, now());
            record(
                    caller,
                    "organisation.create",
                    body.id(),
                    Map.of("type", body.type().name()));
            return body;
        });
    }

    @Override
    public Organisation update(Caller caller, Organisation changed) {
        return change(caller, (handle, scope) -> {
            OrganisationRows rows = new OrganisationRows(handle);
            Organisation before = find(rows, changed.id());
            scope.requireChange(before);
            Organisation body = Bodies.merged(before, changed);
            OrganisationChecks.check(body, rows);
            rows.update(body, caller.accountId(), now());
            Map<String, String> differences = OrganisationChecks.differences(before, body);
            if (!differences.isEmpty()) {
                new HistoryRows(handle)
                        .add(OrganisationHistory.Kind.CHANGED, body, today(), null, differences, caller, now());
            }
            record(caller, "organisation.update", body.id(), differences);
            return body;
        });
    }

    @Override
    public OrgPlan plan(Caller caller, OrgChange change) {
        TreeScope.of(caller, tree.get());
        return planning.plan(
                handle -> new Doing(handle, TreeScope.of(caller, tree.get()), caller, today(), now()), change);
    }

    @Override
    public Organisation apply(Caller caller, OrgChange change, String token) {
        return change(caller, (handle, scope) -> {
            Doing doing = new Doing(handle, scope, caller, today(), now());
            UUID subject = new Changes(doing).run(change);
            if (!doing.wrong().isEmpty()) {
                throw new RefusedException(doing.wrong());
            }
            if (!Planning.token(change, doing).equals(token)) {
                throw new RefusedException("CORE-ORG-STALE", null);
            }
            record(
                    caller,
                    "organisation." + Planning.word(change),
                    subject,
                    Map.of(
                            "steps",
                            Integer.toString(doing.steps().size()),
                            "bodies",
                            Integer.toString(doing.touched().size()),
                            "first",
                            doing.steps().isEmpty()
                                    ? ""
                                    : doing.steps().getFirst().kind() + " "
                                            + doing.steps().getFirst().value()));
            return find(doing.rows, subject);
        });
    }

    private Organisation change(Caller caller, BiFunction<Handle, TreeScope, Organisation> work) {
        TreeScope scope = TreeScope.of(caller, tree.get());
        return database.transact(handle -> {
            new OrganisationRows(handle).lock();
            Organisation done = work.apply(handle, scope);
            database.afterCommit(tree::refresh);
            return done;
        });
    }

    private void record(Caller caller, String action, UUID body, Map<String, String> details) {
        audit.write(caller, action, "organisation/" + body, null, details);
    }

    private static Organisation find(OrganisationRows rows, UUID id) {
        return rows.find(id).orElseThrow(TreeScope::notFound);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
