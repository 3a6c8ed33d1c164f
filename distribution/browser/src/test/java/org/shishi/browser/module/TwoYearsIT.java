package org.shishi.browser.module;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** Two years of a browser module on one page, and one of them gone. */
@BrowserTest(OwnProduct.class)
class TwoYearsIT {

    private static final String OFFICER = "demo-second-level-officer";
    private static final Page.WaitForConditionOptions LONG = new Page.WaitForConditionOptions().setTimeout(180_000);

    private static final String TAGS =
            "() => [...document.querySelectorAll('*')].map(e => e.localName).filter(n => n.startsWith('star-'))";

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @Test
    void two_years_stand_on_one_page_and_one_goes(Desk officer) throws IOException {
        officer.login(OFFICER);
        Star star = new Star(officer);
        star.openRoom(officer);
        star.begin();
        Page page = officer.page();
        String older = tag(page);
        String olderAddress = star.requests().getFirst();
        page.evaluate("() => { window.sameDocument = true; }");

        Path jar = OwnProduct.drop("2025.1.0");
        RestDoor door = new RestDoor(star.site(), OFFICER);
        page.waitForCondition(() -> door.statusOf("/2025/break-room/rooms") == 200, LONG);
        String room = RoomUnderWork.in(star.site(), 2025);

        go(page, "2025/break-room/rooms/" + room + "/check");
        page.waitForURL(Pattern.compile("/2025/break-room/rooms/[0-9a-f-]{36}/check$"));
        // The older page stands until the newer one has come.
        page.waitForFunction("older => !document.querySelector(older)", older);
        assertThat(star.tip("制度明")).isVisible();
        String newer = tag(page);
        assertNotEquals(older, newer);
        assertTrue(newer.contains("-2025-1-0-"), newer);
        String newerAddress = star.requests().getLast();
        assertTrue(newerAddress.contains("/2025.1.0-"), newerAddress);
        assertEquals(
                true,
                page.evaluate(
                        "([a, b]) => window.sameDocument && customElements.get(a) !== customElements.get(b)"
                                + " && !!customElements.get(a) && !!customElements.get(b)",
                        List.of(older, newer)),
                "both years are defined in one document");
        star.tip("制度明").click();
        assertThat(star.tip("制度明")).containsText("✓ 合格");

        // An element of the other year in the same page works beside it.
        assertEquals(
                6,
                page.evaluate(
                        """
                        ([older, newer]) => {
                          const beside = document.createElement(older);
                          document.querySelector(newer).after(beside);
                          beside.words = {};
                          beside.check = {room: 'x', today: '2024-01-02', inspector: '', labels: {}, levels: [],
                            points: ['a', 'b', 'c', 'd', 'e', 'f'].map(name => ({name, label: name, glyph: name}))};
                          const tips = beside.shadowRoot.querySelectorAll('.tip').length;
                          beside.remove();
                          return tips;
                        }""",
                        List.of(older, newer)));

        Files.delete(jar);
        page.waitForCondition(() -> RestDoor.status(URI.create(newerAddress)) == 404, LONG);
        assertEquals(200, RestDoor.status(URI.create(olderAddress)));
        assertEquals(404, RestDoor.status(URI.create(olderAddress.replace("star", "none"))));
    }

    private static String tag(Page page) {
        List<?> tags = (List<?>) page.evaluate(TAGS);
        assertEquals(1, tags.size(), tags.toString());
        return tags.getFirst().toString();
    }

    /** As a link inside the platform is followed: the document stays. */
    private static void go(Page page, String path) {
        page.evaluate(
                """
                path => {
                  const link = document.createElement('a');
                  link.setAttribute('router-link', '');
                  link.href = path;
                  document.body.append(link);
                  link.click();
                  link.remove();
                }""",
                path);
    }
}
