package org.shishi.browser.module;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.shishi.browser.Desk;

/** The page with the six-pointed star, as a person finds it; and which browser modules were asked for. */
final class Star {

    static final List<String> POINTS = List.of("制度明", "标识亮", "服务精", "环境美", "设施全", "效能佳");

    private static final String MODULES = "/plugins/";

    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Star(Desk desk) {
        page = desk.page();
        page.onRequest(request -> {
            if (request.url().contains(MODULES)) {
                requests.add(request.url());
            }
        });
    }

    /** Addresses of modules the page has asked for so far. */
    List<String> requests() {
        return requests;
    }

    /** Where the page stands, without path. */
    URI site() {
        return URI.create(page.url()).resolve("/");
    }

    /** The first plaqued room of the demonstration data. */
    void openRoom(Desk desk) {
        desk.open("/2024/break-room/rooms?status=PLAQUED");
        page.locator("vaadin-grid a:visible").first().click();
        page.waitForURL(Pattern.compile("/rooms/[0-9a-f-]{36}$"));
        desk.settle();
    }

    void begin() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("开始检查"))
                .click();
        tip("制度明").waitFor();
    }

    Locator tip(String point) {
        return page.locator(".tip").filter(new Locator.FilterOptions().setHasText(point));
    }

    Locator remark() {
        return page.locator("[name=point-remark]");
    }

    Locator camera() {
        return page.locator(".camera input");
    }

    Locator save() {
        return page.locator(".save");
    }

    Locator errors() {
        return page.locator(".errors");
    }
}
