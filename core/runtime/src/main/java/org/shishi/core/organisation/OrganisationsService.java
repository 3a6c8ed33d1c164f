package org.shishi.core.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Organisations;
import org.shishi.core.persistence.CoreDatabase;

/** Reads the tree from this node's copy. */
@Component(service = {Organisations.class, OrganisationHistory.class})
public final class OrganisationsService implements Organisations, OrganisationHistory {

    private final CoreDatabase database;
    private final CurrentTree tree;
    private final Clock clock;

    @Activate
    public OrganisationsService(@Reference CoreDatabase database, @Reference CurrentTree tree, @Reference Clock clock) {
        this.database = database;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public Optional<Organisation> byId(UUID id, LocalDate day) {
        return tree.get().byId(id, day);
    }

    @Override
    public Optional<Organisation> secondLevelOf(UUID id, LocalDate day) {
        return tree.get().secondLevelOf(id, day);
    }

    @Override
    public List<Event> events(Caller caller, UUID id) {
        Tree now = tree.get();
        Organisation body = now.byId(id).orElseThrow(TreeScope::notFound);
        Organisation own = now.byId(caller.organisation().id()).orElse(caller.organisation());
        boolean may = caller.mayAnywhere(Right.PLATFORM) || caller.mayAnywhere(Right.AUDIT_LOG) || seesBelow(caller);
        if (!(may ? body.within(own) : body.id().equals(own.id()))) {
            throw TreeScope.forbidden();
        }
        return database.read(handle -> new HistoryRows(handle).events(id));
    }

    @Override
    public Optional<Organisation> byId(UUID id) {
        return tree.get().byId(id);
    }

    @Override
    public Map<UUID, Organisation> byIds(Collection<UUID> ids) {
        Tree now = tree.get();
        Map<UUID, Organisation> found = new HashMap<>();
        ids.forEach(id -> now.byId(id).ifPresent(body -> found.put(id, body)));
        return found;
    }

    @Override
    public Optional<Organisation> byName(String name) {
        return tree.get().byName(name, today());
    }

    @Override
    public Optional<Organisation> byCode(String code) {
        return tree.get().byCode(code, today());
    }

    @Override
    public Organisation city() {
        return tree.get().city();
    }

    @Override
    public List<Organisation> secondLevel() {
        return tree.get().secondLevel(today());
    }

    @Override
    public Optional<Organisation> secondLevelOf(UUID id) {
        return tree.get().secondLevelOf(id);
    }

    @Override
    public Optional<Organisation> superiorOf(UUID id) {
        Tree now = tree.get();
        return now.byId(id).map(Organisation::parentId).flatMap(now::byId);
    }

    @Override
    public List<Organisation> children(UUID id) {
        LocalDate today = today();
        return tree.get().children(id).stream()
                .filter(body -> Tree.valid(body, today))
                .toList();
    }

    @Override
    public List<Organisation> search(Caller caller, String text, int limit) {
        Tree now = tree.get();
        // The caller's own may have moved since it signed in.
        Organisation own = now.byId(caller.organisation().id()).orElse(caller.organisation());
        return now.search(own, seesBelow(caller), text, today(), limit);
    }

    private static boolean seesBelow(Caller caller) {
        return caller.mayAnywhere(Right.PLATFORM)
                || caller.roles().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(role -> role.reach() == Role.Reach.SUBTREE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
