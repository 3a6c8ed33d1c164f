package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** The pages that the router knows are those that {@code page-matrix.txt} declares; and whoever works for another programme. */
@InContainer(AutumnDemo.class)
class PageListIT {

    private static final String PASSWORD = "shishi-demo";
    private static final String FRESH_PASSWORD = "四匹马 拉 一辆绿车";
    private static final String ROOMS = "/2024/break-room/rooms";
    private static final Set<String> SAY_NO = Set.of("RefusedPage", "NotFoundPage");

    private final List<PageUse> uses = PageUse.all();

    /** A room that somebody owns. */
    private record Known(String id, String name) {}

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
        signIn.changePassword(stranger, once, FRESH_PASSWORD);
        Rest rest = Rest.as(platform.base(), "demo-member")
                .withToken(signIn.issueToken(signIn.signIn(name, FRESH_PASSWORD, "127.0.0.1"))
                        .token());
        for (String path : List.of("", "/export", "/" + room.id(), "/" + room.id() + "/history")) {
            Rest.Answer answer = rest.get(ROOMS + path);
            if (answer.status() != 403 || answer.toString().contains(room.name())) {
                wrong.add(ROOMS + path + " answers " + answer.status());
            }
        }
        assertEquals(403, rest.post(ROOMS, Room.json()).status());
        assertEquals(0, rest.get("/2024/break-room/indicators").json().size());
        assertEquals(200, rest.get("/programmes").status());
        assertEquals(List.of(), wrong);
    }

    private static Known room(Platform platform, String account) {
        Map<String, Object> room = Room.json();
        Rest.Answer made = Rest.as(platform.base(), account).post(ROOMS, room);
        assertEquals(201, made.status(), made.toString());
        return new Known(made.json().path("id").asString(), (String) room.get("name"));
    }
}
