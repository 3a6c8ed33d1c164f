package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/** An edition's own words for what it tells people, from the draft to the way back; and what will be sent when. */
@BrowserTest
@ExtendWith(Patience.class)
class TemplatesIT {

    private static final String TEMPLATES = "/editions/break-room/2024/templates";
    private static final String NAME = "休息室自查提醒（2024-07-31前完成）";
    private static final String OWN = "请完成自查（{0}前）";

    @Test
    void a_wording_is_drafted_published_and_put_back(Desk officer, Desk approver) {
        draft(officer);
        publish(approver);
    }

    private static void draft(Desk officer) {
        officer.login("demo-city-officer").open("/editions/break-room/2024");
        Page page = officer.page();
        link(page, "通知模板").click();
        assertThat(heading(page)).containsText("通知模板");
        officer.settle().screenshot("templates");
        officer.requireAccessible().requireNoSidewaysScrolling();
        link(page, NAME).click();
        assertThat(heading(page)).hasText(NAME);
        assertThat(page.locator(".wording-letter").first()).containsText(NAME);

        field(page, "标题（中文）").fill("{5}前请自查");
        button(page, "存为草稿").click();
        assertThat(page.locator(".error-summary")).containsText("不能使用{5}");
        officer.settle().requireAccessible();

        field(page, "标题（中文）").fill(OWN);
        assertThat(page.locator(".wording-letter").first()).containsText("请完成自查（2024-07-31前）");
        assertThat(page.locator(".difference ins").first()).hasText(OWN);
        button(page, "存为草稿").click();
        assertThat(PageParts.notice(page, "草稿已保存")).isVisible();
        assertThat(button(page, "发布")).hasCount(0);
        officer.settle().screenshot("template draft");
        officer.requireAccessible().requireNoSidewaysScrolling();
    }

    private static void publish(Desk approver) {
        approver.login("demo-city-approver").open(TEMPLATES + "/notice.selfcheck");
        Page page = approver.page();
        assertThat(field(page, "标题（中文）")).hasValue(OWN);
        button(page, "发布").click();
        field(page, "理由").fill("说得更清楚");
        dialogButton(page, "发布").click();
        assertThat(page.locator(".revision-list")).containsText("说得更清楚");
        approver.open(TEMPLATES);
        assertThat(page.locator("vaadin-grid").first()).containsText("已修改");
        approver.open(TEMPLATES + "/notice.selfcheck");
        button(page, "恢复原文").click();
        field(page, "理由").fill("原文更好");
        dialogButton(page, "恢复原文").click();
        assertThat(field(page, "标题（中文）")).hasValue("休息室自查提醒（{0}前完成）");
        assertThat(button(page, "恢复原文")).hasCount(0);
        approver.settle().screenshot("template history");
    }

    @Test
    void the_pages_fit_a_phone(@Phone Desk phone) {
        phone.login("demo-city-officer");
        for (String path : new String[] {TEMPLATES, TEMPLATES + "/notice.selfcheck", "/deadlines?view=plan"}) {
            phone.open(path);
            assertThat(heading(phone.page())).isVisible();
            phone.settle().screenshot("phone " + path);
            phone.requireAccessible().requireNoSidewaysScrolling();
        }
    }

    @Test
    void the_plan_of_reminders_is_a_page(Desk officer) {
        officer.login("demo-city-officer").open("/deadlines?view=plan");
        assertThat(officer.page().locator(".views a[aria-current]").first()).hasText("提醒计划");
        assertThat(field(officer.page(), "发送日自")).isVisible();
        officer.settle().screenshot("reminder plan");
        officer.requireAccessible().requireNoSidewaysScrolling();
    }
}
