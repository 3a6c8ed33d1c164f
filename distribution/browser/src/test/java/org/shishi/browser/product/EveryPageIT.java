package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.heading;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Dark;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/**
 * Every role, every page that its menu leads to, on a desk, on a phone and in the dark: readable, whole, Chinese,
 * accessible. A page that several roles see is looked at with axe-core once for each size.
 */
@BrowserTest
@ExtendWith(Patience.class)
class EveryPageIT {

    private static final Set<String> KNOWN_TO_AXE = ConcurrentHashMap.newKeySet();

    /** What lies behind the pages of the menu, for whoever may go there. */
    private static final String ROOM = "vaadin-grid a:visible";

    private static final String ROOMS = "/2024/break-room/rooms";

    private static final String COVERED =
            """
            () => { const h = document.querySelector('main h1'); if (!h) return 'no heading';
              const r = h.getBoundingClientRect();
              const top = document.elementFromPoint(r.x + 4, r.y + r.height / 2);
              return h.contains(top) ? '' : 'the heading lies under ' + (top ? top.tagName + '.' + top.className : 'nothing'); }""";

    private static final String BLANK =
            """
            () => [...document.querySelectorAll('vaadin-grid')].filter(g => g.checkVisibility())
              .filter(g => g.getBoundingClientRect().height < 40
                || ![...g.querySelectorAll('vaadin-grid-cell-content')]
                  .some(c => c.checkVisibility() && c.textContent.trim())).length""";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "demo-platform-admin",
                "demo-city-officer",
                "demo-city-approver",
                "demo-city-finance",
                "demo-inspector",
                "demo-second-level-officer",
                "demo-second-level-approver",
                "demo-grassroots-officer",
                "demo-enterprise-contact",
                "demo-facility-operator",
                "demo-service-centre-officer",
                "demo-mutual-aid-officer",
                "demo-foundation-reviewer",
                "demo-member",
                "demo-auditor"
            })
    void looks_right(String account, Desk wide) {
        check(account, "wide", wide);
    }

    /** Between them they reach every page. */
    @ParameterizedTest(name = "{0} on a phone")
    @ValueSource(
            strings = {
                "demo-platform-admin",
                "demo-city-officer",
                "demo-second-level-officer",
                "demo-grassroots-officer",
                "demo-auditor"
            })
    void looks_right_on_a_phone(String account, @Phone Desk phone) {
        check(account, "phone", phone);
    }

    @ParameterizedTest(name = "{0} in the dark")
    @ValueSource(strings = {"demo-platform-admin", "demo-second-level-officer"})
    void looks_right_in_the_dark(String account, @Dark Desk night) {
        check(account, "dark", night);
    }

    private static void check(String account, String size, Desk desk) {
        List<String> faults = new ArrayList<>();
        visit(account, size, desk, faults);
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static void visit(String account, String size, Desk desk, List<String> faults) {
        desk.login(account);
        Page page = desk.page();
        assertThat(heading(page)).isVisible();
        for (String path : paths(page)) {
            go(desk, path);
            look(desk, account, size, path, faults);
        }
        if (!paths(page).contains(ROOMS)) {
            return;
        }
        desk.open(ROOMS);
        assertThat(page.locator(ROOM).or(page.locator(".empty-state")).first()).isVisible();
        if (page.locator(ROOM).count() > 0) {
            page.locator(ROOM).first().click();
            assertThat(page.locator(".detail-title")).isVisible();
            look(desk, account, size, ROOMS + "/one", faults);
        }
    }

    /** As one does by the menu, which is quicker than to load the whole application anew; else by the address. */
    private static void go(Desk desk, String path) {
        Object clicked = desk.page()
                .evaluate(
                        """
                        path => { const item = [...document.querySelectorAll('vaadin-side-nav-item')]
                            .find(one => one.path && '/' + one.path.replace(/^[/]|[?].*$/g, '') === path);
                          if (item) { item.shadowRoot.querySelector('a').click(); }
                          return !!item; }""",
                        path);
        if (Boolean.TRUE.equals(clicked)) {
            desk.page().waitForURL(url -> URI.create(url).getPath().equals(path));
            desk.settle();
        } else {
            desk.open(path);
        }
    }

    private static Set<String> paths(Page page) {
        Set<String> paths = new LinkedHashSet<>();
        Object found = page.evaluate("() => [...document.querySelectorAll('vaadin-side-nav-item')]"
                + ".map(item => item.path).filter(path => path !== null && path !== undefined)");
        ((List<?>) found).forEach(path -> paths.add("/" + path.toString().replaceAll("^/|\\?.*$", "")));
        paths.add("/profile");
        if (page.locator("vaadin-side-nav-item")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("账号与角色"))
                        .count()
                > 0) {
            paths.add("/admin/accounts/new");
        }
        return paths;
    }

    private static void look(Desk desk, String account, String size, String path, List<String> faults) {
        Page page = desk.page();
        assertThat(heading(page)).isVisible();
        desk.settle().screenshot(size + " " + account + " " + path.substring(1));
        String where = size + " " + path + ": ";
        Set<String> words = Leftovers.of(page);
        if (!words.isEmpty()) {
            faults.add(where + "not translated: " + words);
        }
        Object covered = page.evaluate(COVERED);
        if (!"".equals(covered)) {
            faults.add(where + covered);
        }
        if (((Number) page.evaluate(BLANK)).intValue() > 0) {
            faults.add(where + "a blank table");
        }
        attempt(where, desk::requireNoSidewaysScrolling, faults);
        if (KNOWN_TO_AXE.add(size + path)) {
            attempt(where, desk::requireAccessible, faults);
        }
    }

    private static void attempt(String where, Runnable check, List<String> faults) {
        try {
            check.run();
        } catch (AssertionError e) {
            faults.add(where + e.getMessage());
        }
    }
}
