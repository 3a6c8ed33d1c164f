package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.SignIn;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.clock.AutumnDemo;
import org.shishi.itest.hotplug.Platform;
import org.shishi.itest.hotplug.Tab;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;

/**
 * All pages × all roles × a record of one's own branch and one of another: opened for whom the matrix names, and for
 * everybody else a page that says no and gives away nothing. The pages are those that the router knows.
 */
@InContainer(AutumnDemo.class)
class PageMatrixIT {

    private static final String PASSWORD = "shishi-demo";
    private static final String NOBODY = "00000000-0000-0000-0000-00000000abcd";
    private static final Set<String> SAY_NO = Set.of("RefusedPage", "NotFoundPage");

    private final Matrix matrix = new Matrix();
    private final List<PageUse> uses = PageUse.all();

    /** A room that somebody owns. */
    private record Known(String id, String name) {}

    @Test
    void a_page_opens_for_whom_is_printed(BundleContext context, @Service SignIn signIn) {
        Platform platform = new Platform(context);
        Known own = room(platform, "demo-grassroots-officer");
        Known other = room(platform, "demo-huangpu-grassroots");
        Map<String, String> wrong = new TreeMap<>();
        for (String role : matrix.roles()) {
            try (Tab tab = new Tab(platform, signIn.signIn(Matrix.account(role), PASSWORD, "127.0.0.1"))) {
                for (PageUse use : uses) {
                    visit(wrong, tab, use, role, true, own);
                    if (use.about().contains("record")) {
                        visit(wrong, tab, use, role, false, other);
                    }
                }
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private void visit(Map<String, String> wrong, Tab tab, PageUse use, String role, boolean mine, Known room) {
        if (!use.walked()) {
            return;
        }
        boolean record = use.about().contains("record");
        tab.go(use.address(record ? room.id() : NOBODY));
        String shown = tab.shown().getFirst();
        boolean expected = expected(use, role, mine);
        boolean named = (record || !expected) && tab.text().contains(room.name());
        // A page about a record may say no by itself; what it shows of the record is what counts.
        boolean opened = record ? named : !SAY_NO.contains(shown);
        boolean may = use.about().contains("unknown") || use.about().contains("state");
        if (shown.equals("FaultPage") || (may ? opened && !expected : opened != expected)) {
            wrong.put(
                    "/" + use.template() + " for " + role + (mine ? "" : " elsewhere"),
                    "shows " + shown + (named ? " with the record" : ""));
        }
    }

    private boolean expected(PageUse use, String role, boolean mine) {
        boolean right = use.rights().contains(Table.EVERYBODY)
                || use.rights().stream().anyMatch(each -> matrix.holds(role, each));
        boolean member = use.members() || !role.equals("MEMBER");
        boolean place = !use.about().contains("city") || Matrix.place(role) == Matrix.Place.CITY;
        boolean sight = !use.about().contains("record") || matrix.holds(role, "V") && matrix.reaches(role, mine);
        return right && member && place && sight;
    }

    @Test
    void every_page_is_declared_and_every_line_is_one(BundleContext context) {
        Platform platform = new Platform(context);
        try (Tab tab = new Tab(platform)) {
            List<String> known = tab.templates();
            List<String> declared =
                    uses.stream().map(PageUse::template).sorted().toList();
            assertEquals(String.join("\n", known), String.join("\n", declared));
        }
    }

    /** Roles are granted per programme: who works for another one sees nothing of this. */
    @Test
    void who_belongs_to_another_programme_sees_nothing_of_this_one(
            BundleContext context,
            @Service SignIn signIn,
            @Service Accounts accounts,
            @Service Organisations organisations) {
        Platform platform = new Platform(context);
        Known room = room(platform, "demo-grassroots-officer");
        Caller administrator = signIn.signIn("demo-platform-admin", PASSWORD, "127.0.0.1");
        String name = "stranger-" + System.nanoTime();
        String once = accounts.create(
                        administrator,
                        name,
                        "另一个项目的经办",
                        Set.of(new Accounts.Grant(organisations.city().id(), "another", Role.CITY_OFFICER)))
                .oneTimePassword();
        Caller stranger = signIn.signIn(name, once, "127.0.0.1");
        assertFalse(stranger.may("break-room", Right.VIEW));
        List<String> wrong = new ArrayList<>();
        try (Tab tab = new Tab(platform, stranger)) {
            for (PageUse use : uses) {
                if (use.template().contains("break-room") || use.template().startsWith(":year") && use.walked()) {
                    tab.go(use.address(room.id()));
                    if (!SAY_NO.contains(tab.shown().getFirst()) || tab.text().contains(room.name())) {
                        wrong.add(use.template() + " shows " + tab.shown());
                    }
                }
            }
            for (String menu : List.of("", "todo", "deadlines")) {
                if (tab.go(menu).text().contains("/break-room/rooms")) {
                    wrong.add("/" + menu + " leads to break rooms");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Known room(Platform platform, String account) {
        Map<String, Object> room = Room.json();
        Rest.Answer made = Rest.as(platform.base(), account).post("/2024/break-room/rooms", room);
        assertEquals(201, made.status(), made.toString());
        return new Known(made.json().path("id").asString(), (String) room.get("name"));
    }
}
