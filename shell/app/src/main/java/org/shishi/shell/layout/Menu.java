package org.shishi.shell.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.ReportTable;
import org.shishi.api.text.Texts;
import org.shishi.shell.edition.EditionPage;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammeViews;
import org.shishi.shell.live.ViewEntry;
import org.shishi.shell.page.LocalProgrammesPage;
import org.shishi.shell.session.Staff;
import org.shishi.shell.text.ShellTexts;

/** What stands in the left menu: only what this caller may open, of the programmes that run now. */
final class Menu {

    /** Default pages of record types stand at 100, 200, …; reports behind views without an order of their own. */
    private static final int STEP = 100;

    private static final int REPORTS = 2000;

    private record Placed(int order, MenuEntry entry) {}

    private final LiveProgrammes programmes;
    private final ProgrammeViews views;

    Menu(LiveProgrammes programmes, ProgrammeViews views) {
        this.programmes = programmes;
        this.views = views;
    }

    /** Pages of everybody; persons and the list of the own level for those who keep or read them. */
    List<MenuEntry> own(Caller caller, Locale locale) {
        List<MenuEntry> entries = new ArrayList<>(List.of(
                page("nav.home", "vaadin:home-o", "", false, locale),
                page("nav.todo", "vaadin:tasks", "todo", true, locale),
                page("nav.deadlines", "vaadin:calendar-clock", "deadlines", true, locale),
                page("nav.notices", "vaadin:bell-o", "notices", true, locale),
                page("nav.editions", "vaadin:book", "editions", false, locale),
                page("nav.tryout", "vaadin:calc", "try-out", true, locale)));
        if (Staff.may(caller, Right.VIEW)) {
            entries.add(4, page("nav.persons", "vaadin:user-card", "persons", true, locale));
        }
        boolean high =
                caller.organisation().secondLevel() || caller.organisation().type() == OrgType.CITY;
        if (high && caller.mayAnywhere(Right.VIEW)) {
            entries.add(page("nav.local", "vaadin:list-ol", LocalProgrammesPage.ROUTE, true, locale));
        }
        return entries;
    }

    /** One group per programme of the year. */
    List<MenuEntry> programmes(Caller caller, int year, Locale locale) {
        return programmes.ofYear(year).stream()
                .filter(p -> caller.may(p.descriptor().id(), Right.VIEW))
                .map(p -> programme(p, caller, locale))
                .toList();
    }

    List<MenuEntry> administration(Caller caller, Locale locale) {
        List<MenuEntry> entries = new ArrayList<>();
        if (caller.mayAnywhere(Right.PLATFORM)) {
            entries.add(page("nav.organisations", "vaadin:cluster", "admin/organisations", true, locale));
            entries.add(page("nav.units", "vaadin:building", "admin/units", true, locale));
            entries.add(page("nav.accounts", "vaadin:users", "admin/accounts", true, locale));
        }
        if (caller.runsPlatform()) {
            entries.add(page("nav.programmes", "vaadin:plug", "admin/programmes", true, locale));
            entries.add(page("nav.jobs", "vaadin:clock", "admin/jobs", true, locale));
            entries.add(page("nav.delivery", "vaadin:paperplane-o", "admin/delivery", true, locale));
            entries.add(page("nav.nodes", "vaadin:server", "admin/nodes", true, locale));
            entries.add(page("nav.calendars", "vaadin:calendar-o", "admin/calendars", true, locale));
        }
        if (caller.runsPlatform()) {
            entries.add(page("nav.keys", "vaadin:key-o", "admin/keys", true, locale));
        }
        if (caller.organisation().type() == OrgType.CITY
                && caller.may(Caller.EVERY_PROGRAMME, Right.PARAMETERS_PUBLISH)) {
            entries.add(page("nav.retention", "vaadin:hourglass", "persons/retention", true, locale));
        }
        if (caller.mayAnywhere(Right.AUDIT_LOG)) {
            entries.add(page("nav.audit", "vaadin:records", "admin/audit", true, locale));
            entries.add(page("nav.visibility", "vaadin:eye", "admin/visibility", true, locale));
        }
        return entries;
    }

    private MenuEntry programme(LiveProgramme programme, Caller caller, Locale locale) {
        String base = programme.context().year() + "/" + programme.descriptor().id();
        Texts texts = programme.context().texts();
        List<Placed> placed = new ArrayList<>();
        placed.add(new Placed(0, page("nav.overview", "vaadin:dashboard", base, false, locale)));
        placed.add(new Placed(REPORTS, page("nav.numbers", "vaadin:book", numbers(programme), true, locale)));
        int order = STEP;
        for (RecordType<?> type : programme.descriptor().records()) {
            if (stands(type) && type.seenAt(caller.organisation().type())) {
                String title = texts.get(type.id()).in(locale);
                placed.add(new Placed(order, MenuEntry.leaf(title, type.icon(), base + "/" + type.id(), true)));
                order += STEP;
            }
        }
        for (ViewEntry view : views.of(programme)) {
            if (view.inMenu() && caller.may(programme.descriptor().id(), view.right())) {
                String title = texts.get(view.title()).in(locale);
                placed.add(new Placed(view.order(), MenuEntry.leaf(title, view.icon(), view.route(programme), true)));
            }
        }
        for (ReportTable report : programme.descriptor().reports()) {
            String title = texts.get("report." + report.id()).in(locale);
            placed.add(new Placed(
                    REPORTS, MenuEntry.leaf(title, "vaadin:bar-chart-h", base + "/reports/" + report.id(), true)));
        }
        List<MenuEntry> children = placed.stream()
                .sorted(java.util.Comparator.comparingInt(Placed::order))
                .map(Placed::entry)
                .toList();
        return new MenuEntry(
                programme.title().in(locale), programme.descriptor().icon(), base, true, children);
    }

    /** Parts are seen with their whole; those that go through steps of their own are looked for by themselves as well. */
    private static boolean stands(RecordType<?> type) {
        return type.partOf().isEmpty() || type.workflow().isPresent();
    }

    private static String numbers(LiveProgramme programme) {
        return EditionPage.path(programme.descriptor().id(), programme.context().year());
    }

    private static MenuEntry page(String key, String icon, String path, boolean nested, Locale locale) {
        return MenuEntry.leaf(ShellTexts.TEXTS.get(key).in(locale), icon, path, nested);
    }
}
