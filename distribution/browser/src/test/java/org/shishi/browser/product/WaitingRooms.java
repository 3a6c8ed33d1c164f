package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.browser.Desk;

/** Rooms of the demonstration that wait for the district's review. Tests share them, so that some are in somebody's hands. */
final class WaitingRooms {

    private static final String READY = "/2024/break-room/rooms?status=READY";

    private WaitingRooms() {}

    /** The addresses of those that wait for the office, not for one person; each is open at the desk when it comes. */
    static Stream<String> of(Desk desk) {
        Page page = desk.page();
        desk.open(READY);
        assertThat(PageParts.firstRow(page)).isVisible();
        List<String> rooms = page.locator("vaadin-grid a:visible").all().stream()
                .map(link -> "/" + link.getAttribute("href"))
                .distinct()
                .toList();
        return rooms.stream().filter(room -> forTheOffice(desk, room));
    }

    private static boolean forTheOffice(Desk desk, String room) {
        desk.open(room);
        Locator waiting = desk.page().locator(".team-waiting");
        assertThat(waiting).isVisible();
        // A person's name has the office in brackets behind it.
        return !waiting.innerText().contains("（");
    }
}
