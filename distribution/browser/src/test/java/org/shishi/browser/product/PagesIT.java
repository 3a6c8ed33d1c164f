package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shishi.browser.product.PageParts.firstRow;
import static org.shishi.browser.product.PageParts.heading;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** Every kind of page can be used by everybody: axe-core has nothing serious to say, nothing is cut off. */
@BrowserTest
@ExtendWith(Patience.class)
class PagesIT {

    @Test
    void the_login_page(Desk anybody) {
        anybody.open("/login");
        assertThat(anybody.page().locator("input[name=username]")).isVisible();
        anybody.requireAccessible();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "demo-second-level-officer, /, 好，演示",
        "demo-second-level-approver, /todo, 待办事项",
        "demo-second-level-officer, /2024/break-room, 职工工间休息室",
        "demo-second-level-officer, /2024/break-room/rooms, 休息室",
        "demo-second-level-officer, /2024/break-room/rooms/new, 新建休息室",
        "demo-second-level-officer, /2024/break-room/rooms/import, 导入休息室",
        "demo-city-officer, /2024/break-room/reports/overview, 职工工间休息室建设情况",
        "demo-platform-admin, /admin/programmes, 项目插件",
        "demo-platform-admin, /admin/accounts, 账号与角色",
        "demo-auditor, /admin/audit, 审计日志"
    })
    void a_page(String account, String path, String heading, Desk somebody) {
        somebody.login(account).open(path);
        assertThat(heading(somebody.page())).containsText(heading);
        somebody.settle().screenshot("page " + path);
        somebody.requireAccessible().requireNoSidewaysScrolling();
    }

    @Test
    void a_lists_heads_stand_over_their_columns(Desk officer) {
        officer.login("demo-second-level-officer").open("/2024/break-room/rooms");
        assertThat(firstRow(officer.page())).isVisible();
        officer.settle();
        assertEquals(
                "",
                officer.page()
                        .evaluate(
                                """
                                () => { const grid = document.querySelector('vaadin-grid').shadowRoot;
                                  const left = row => [...grid.querySelectorAll(row + ' > *')]
                                    .map(cell => Math.round(cell.getBoundingClientRect().left)).join();
                                  const head = left('#header tr:last-child'), body = left('#items tr:first-child');
                                  return head === body ? '' : head + ' over ' + body; }"""));
        assertEquals(
                0,
                officer.page()
                        .evaluate(
                                "() => document.documentElement.scrollHeight - document.documentElement.clientHeight"),
                "the window scrolls besides the page");
    }

    @Test
    void a_room(Desk officer) {
        officer.login("demo-second-level-officer").open("/2024/break-room/rooms");
        Locator first = firstRow(officer.page());
        assertThat(first).isVisible();
        String name = first.innerText();
        first.click();
        assertThat(officer.page()).hasURL(Pattern.compile("/rooms/[0-9a-f-]{36}$"));
        assertThat(heading(officer.page())).hasText(name);
        assertThat(officer.page()).hasTitle(name + " · 2024 年 · 职工工间休息室 · 实事");
        officer.settle().screenshot("room");
        officer.requireAccessible().requireNoSidewaysScrolling();
    }
}
