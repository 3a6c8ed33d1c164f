package org.shishi.core.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgTree;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;

/** Changes the tree: checked, audited, one after the other on all nodes. */
@Component(service = OrganisationAdmin.class)
public final class OrganisationAdminService implements OrganisationAdmin {

    private final CoreDatabase database;
    private final CurrentTree tree;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public OrganisationAdminService(
            @Reference CoreDatabase database,
            @Reference CurrentTree tree,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.tree = tree;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Organisation> children(Caller caller, UUID parent) {
        requireScope(caller, tree.get().byId(parent).orElseThrow(OrganisationAdminService::notFound));
        return tree.get().children(parent);
    }

    @Override
    public Organisation create(Caller caller, Organisation draft) {
        return change(caller, rows -> {
            if (draft.parentId() == null) {
                // The city is there from the first start on, and it is alone at the top.
                throw new RefusedException("CORE-ORG-PARENT", "parentId", draft.type(), "–");
            }
            Organisation parent = find(rows, draft.parentId());
            requireScope(caller, parent);
            OrgTree.checkParent(draft.type(), parent.type()).orThrow();
            Organisation body = OrganisationChecks.placed(draft, parent);
            OrganisationChecks.check(body, rows);
            rows.insert(body, caller.accountId(), now());
            record(
                    caller,
                    "organisation.create",
                    body,
                    Map.of("type", body.type().name()));
            return body;
        });
    }

    @Override
    public Organisation update(Caller caller, Organisation changed) {
        return change(caller, rows -> {
            Organisation before = find(rows, changed.id());
            requireScope(caller, before);
            Organisation body = OrganisationChecks.merged(before, changed);
            OrganisationChecks.check(body, rows);
            rows.update(body, caller.accountId(), now());
            record(caller, "organisation.update", body, OrganisationChecks.differences(before, body));
            return body;
        });
    }

    @Override
    public Organisation move(Caller caller, UUID id, UUID newParent) {
        return change(caller, rows -> {
            Organisation body = find(rows, id);
            Organisation parent = find(rows, newParent);
            requireScope(caller, body);
            requireScope(caller, parent);
            OrgTree.checkParent(body.type(), parent.type()).orThrow();
            OrgTree.checkMove(id.toString(), newParent.toString(), nodes(rows, newParent))
                    .orThrow();
            OrganisationChecks.checkName(OrganisationChecks.under(body, parent), rows);
            rows.move(body, parent, LocalDate.now(clock), caller.accountId(), now());
            record(
                    caller,
                    "organisation.move",
                    body,
                    Map.of("from", String.valueOf(body.parentId()), "to", newParent.toString()));
            return find(rows, id);
        });
    }

    private Organisation change(Caller caller, Function<OrganisationRows, Organisation> work) {
        if (!caller.mayAnywhere(Right.PLATFORM)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        return database.transact(handle -> {
            OrganisationRows rows = new OrganisationRows(handle);
            rows.lock();
            Organisation done = work.apply(rows);
            database.afterCommit(tree::refresh);
            return done;
        });
    }

    /** The way up from the new parent is all that the rule of cycles walks. */
    private static List<OrgTree.Node> nodes(OrganisationRows rows, UUID parent) {
        return rows.ancestors(parent).entrySet().stream()
                .map(e -> new OrgTree.Node(
                        e.getKey().toString(), e.getValue().map(UUID::toString).orElse(null)))
                .toList();
    }

    private void record(Caller caller, String action, Organisation body, Map<String, String> details) {
        audit.write(caller, action, "organisation/" + body.id(), null, details);
    }

    private static Organisation find(OrganisationRows rows, UUID id) {
        return rows.find(id).orElseThrow(OrganisationAdminService::notFound);
    }

    private static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }

    private void requireScope(Caller caller, Organisation body) {
        Organisation own = tree.get().byId(caller.organisation().id()).orElse(caller.organisation());
        if (!caller.mayAnywhere(Right.PLATFORM) || !body.within(own)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
