package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Visibility;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopProgramme;
import org.shishi.core.record.workshop.Workshops;

/** The page says exactly who gets the record, by the same door. */
@ParameterizedClass
@EnumSource
class VisibilityTest {

    private final World world;
    private final Visibility visibility;
    private final List<String> audited = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private Workshop ofFactory;

    VisibilityTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        LiveYears live = new LiveYears();
        live.bindProgramme(new LiveWorkshop(world.programme));
        visibility = new VisibilityService(
                world.db.core(),
                live,
                world.tree,
                (caller, action, object, reason, details) -> audited.add(action + " " + object),
                world.clock());
    }

    @BeforeEach
    void people() {
        world.db.core().transact(handle -> {
            handle.execute("delete from core.deputy");
            handle.execute("delete from core.role_grant");
            handle.execute("delete from core.account");
            return null;
        });
        ofFactory = world.created(world.officer(), "factory");
    }

    @Test
    void whoIsNamedIsWhoGetsItAndNobodyElse() {
        for (Organisation place :
                List.of(world.tree.city, world.tree.east, world.tree.west, world.tree.factory, world.shop)) {
            for (Role role : Role.values()) {
                account(role + " of " + place.name(), place, role, Caller.EVERY_PROGRAMME, false);
            }
        }
        account("other programme", world.tree.city, Role.CITY_OFFICER, "elsewhere", false);
        account("gone", world.tree.city, Role.CITY_OFFICER, Caller.EVERY_PROGRAMME, true);

        Visibility.Answer answer = ask(auditor(world.tree.city));

        Set<String> told = new TreeSet<>();
        answer.reasons().forEach(reason -> told.add(reason.displayName()));
        Set<String> gets = new TreeSet<>();
        for (Caller caller : callers) {
            if (World.refusal(() -> world.workshops.get(caller, ofFactory.id())).isEmpty()) {
                gets.add(caller.name());
            }
        }
        assertEquals(gets, told);
        assertEquals(world.tree.factory.name(), answer.ownerName());
        assertEquals(List.of(world.tree.city.name(), world.tree.east.name(), world.tree.factory.name()), answer.way());
        assertEquals(true, answer.reasons().getFirst().own(), "the nearest first");
        assertEquals(
                List.of("record.visibility " + world.programme.objectName(Workshops.TYPE, ofFactory.id())), audited);
    }

    @Test
    void deputiesOfTodayAreNamedWithWhomTheyStandInFor() {
        UUID absent = account("absent", world.tree.east, Role.SECOND_LEVEL_OFFICER, "*", false);
        UUID deputy = account("deputy", world.tree.west, Role.SECOND_LEVEL_OFFICER, "*", false);
        deputy(absent, deputy, World.TODAY, World.TODAY);
        UUID late = account("late", world.tree.west, Role.SECOND_LEVEL_OFFICER, "*", false);
        deputy(absent, late, World.TODAY.plusDays(1), World.TODAY.plusDays(2));

        List<String> told = ask(auditor(world.tree.city)).reasons().stream()
                .map(reason -> reason.displayName() + "/" + reason.deputyFor())
                .toList();
        assertEquals(Set.of("absent/null", "deputy/absent"), Set.copyOf(told));
        assertEquals(2, told.size());
    }

    @Test
    void onlyAdministratorsAndAuditorsOfTheBranchMayAsk() {
        ask(auditor(world.tree.east));
        ask(world.person("administrator", world.tree.factory, Role.PLATFORM_ADMIN));
        for (Caller caller : List.of(
                auditor(world.tree.west),
                world.person("strange", world.tree.west, Role.PLATFORM_ADMIN),
                world.officer(),
                world.approver())) {
            assertEquals("CORE-FORBIDDEN", World.refusal(() -> ask(caller)), caller.name());
        }
        Caller auditor = auditor(world.tree.city);
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(
                        () -> visibility.explain(auditor, WorkshopProgramme.ID, 2026, "workshops", UUID.randomUUID())));
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(
                        () -> visibility.explain(auditor, WorkshopProgramme.ID, 2020, "workshops", ofFactory.id())));
        assertEquals(
                "CORE-NOT-FOUND",
                World.refusal(() -> visibility.explain(auditor, WorkshopProgramme.ID, 2026, "none", ofFactory.id())));
    }

    private Visibility.Answer ask(Caller caller) {
        return visibility.explain(caller, WorkshopProgramme.ID, 2026, Workshops.TYPE.id(), ofFactory.id());
    }

    private Caller auditor(Organisation organisation) {
        return world.person("auditor of " + organisation.name(), organisation, Role.AUDITOR);
    }

    private UUID account(String name, Organisation place, Role role, String programme, boolean disabled) {
        UUID id = UUID.randomUUID();
        world.db.core().transact(handle -> {
            handle.execute(
                    "insert into core.account (id, user_name, display_name, must_change, disabled, locale, epoch,"
                            + " version, created_at, created_by, updated_at, updated_by) values (?, ?, ?, false, ?,"
                            + " 'zh-CN', 0, 0, current_timestamp, ?, current_timestamp, ?)",
                    id,
                    id.toString().substring(0, 30),
                    name,
                    disabled,
                    id,
                    id);
            handle.execute(
                    "insert into core.role_grant (account_id, organisation_id, programme_id, role, granted_at,"
                            + " granted_by) values (?, ?, ?, ?, current_timestamp, ?)",
                    id,
                    place.id(),
                    programme,
                    role.name(),
                    id);
            return null;
        });
        if (!disabled) {
            callers.add(new Caller(id, name, place, Map.of(programme, Set.of(role)), Locale.ENGLISH, null));
        }
        return id;
    }

    private void deputy(UUID account, UUID deputy, LocalDate from, LocalDate until) {
        world.db
                .core()
                .transact(handle -> handle.execute(
                        "insert into core.deputy (id, account_id, deputy_id, from_day, until_day, created_at, created_by)"
                                + " values (?, ?, ?, ?, ?, current_timestamp, ?)",
                        UUID.randomUUID(),
                        account,
                        deputy,
                        from,
                        until,
                        account));
    }
}
