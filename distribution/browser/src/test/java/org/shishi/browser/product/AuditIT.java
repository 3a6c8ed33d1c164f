package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.chooseByTyping;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.firstRow;
import static org.shishi.browser.product.PageParts.link;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/** The log as an auditor reads it, and the question who can see a record. */
@BrowserTest
@ExtendWith(Patience.class)
class AuditIT {

    private static final String LOG = "/admin/audit";
    private static final String CITY = "上海市总工会";
    private static final String RECORD = "记录或其他对象";

    @Test
    void the_log_is_looked_through_by_what_and_for_whom_checked_and_taken_away(Desk auditor) throws IOException {
        Page page = auditor.login("demo-auditor").open(LOG).page();
        field(page, "操作").click();
        List<String> choices = page.locator("vaadin-combo-box-item:visible").allInnerTexts();
        assertTrue(
                choices.stream().allMatch(word -> word.isBlank() || word.matches(".*\\p{IsHan}.*")), choices::toString);
        chooseByTyping(page, "操作", "登录", "登录");
        chooseByTyping(page, "单位", "shszgh", CITY);
        page.getByText("更多条件").click();
        field(page, "含下级组织").uncheck();
        button(page, "查询").click();
        for (String part : List.of("organisation=[0-9a-f-]{36}", "only=own", "action=session\\.sign-in")) {
            assertThat(page).hasURL(Pattern.compile("/admin/audit\\?.*" + part));
        }
        Locator table = page.locator(".paged-table");
        assertThat(table).containsText("登录");
        assertThat(table).containsText("演示·审计");
        assertThat(table).containsText("账号 演示·审计（demo-auditor）");
        assertThat(table).not().containsText("浦东新区总工会");
        auditor.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("log");
        Download file = page.waitForDownload(() -> link(page, "导出").click());
        List<List<String>> rows = Sheet.read(file.path());
        assertTrue(rows.get(1).containsAll(List.of("登录", "session.sign-in")), rows.get(1)::toString);

        page.reload();
        assertThat(field(page, "操作")).hasValue("登录");
        assertThat(field(page, "单位")).hasValue(CITY);
        button(page, "校验日志").click();
        assertThat(page.getByText("日志完整：")).isVisible();
        auditor.settle().requireAccessible().screenshot("log checked");
    }

    @Test
    void from_a_record_one_comes_to_who_can_see_it_and_to_what_was_done_with_it(@Phone Desk auditor) {
        Page page = auditor.login("demo-auditor").open("/2024/break-room/rooms").page();
        firstRow(page).click();
        assertThat(page.locator(".detail-title")).isVisible();
        String address = page.url();
        link(page, "谁能看到").click();
        assertThat(field(page, "记录页面的网址")).hasValue(Pattern.compile("/2024/break-room/rooms/[0-9a-f-]{36}"));
        assertThat(page.locator(".paged-table")).containsText("demo-auditor");
        auditor.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("who can see it");

        auditor.open(LOG);
        assertThat(field(page, "起始日期")).isVisible();
        assertThat(field(page, "操作人")).isHidden();
        auditor.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("log on a phone");
        button(page, "全部条件").click();
        assertThat(field(page, "单位")).isVisible();

        auditor.open(LOG + "?object=" + address);
        assertThat(field(page, RECORD)).hasValue(address);
        Locator subject =
                page.locator(".paged-table a[href*='2024/break-room/rooms/']").first();
        assertThat(subject).containsText("（2024年）");
        auditor.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("log of a record");
    }
}
