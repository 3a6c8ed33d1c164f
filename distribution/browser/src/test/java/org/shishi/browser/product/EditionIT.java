package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** A year's numbers are changed by two persons, tried out, copied to the next year and confirmed, without a line of code. */
@BrowserTest
@ExtendWith(Patience.class)
class EditionIT {

    private static final String EDITION = "/editions/break-room/2024";

    @Test
    void a_number_is_changed_tried_copied_and_confirmed(Desk officer, Desk approver) {
        propose(officer);
        publish(approver);
        choose(officer);
        publishTheChoice(approver);
        tryOut(officer);
        nextYear(officer);
        publishNextYear(approver);
    }

    private static void propose(Desk officer) {
        officer.login("demo-city-officer").open(EDITION);
        Page page = officer.page();
        assertThat(heading(page)).containsText("2024 年度规则与数值");
        officer.settle().screenshot("edition");
        officer.requireAccessible().requireNoSidewaysScrolling();
        button(page, "修改：全市建设改善目标").click();
        page.getByLabel("新数值").fill("many");
        page.getByLabel("理由").fill("沪工总办〔2024〕增补");
        dialogButton(page, "提交，由他人发布").click();
        assertThat(page.locator(".error-summary")).containsText("须为整数");
        assertThat(page.getByLabel("新数值")).hasValue("many");
        page.getByLabel("新数值").fill("1200");
        dialogButton(page, "提交，由他人发布").click();
        assertThat(page.locator(".draft-card")).containsText("1,000");
        assertThat(page.locator(".draft-card ins")).containsText("1,200");
        officer.settle().screenshot("edition draft");
    }

    private static void publish(Desk approver) {
        approver.login("demo-city-approver").open(EDITION);
        Page page = approver.page();
        button(page, "发布：全市建设改善目标").click();
        dialogButton(page, "发布").click();
        assertThat(page.locator(".draft-card")).hasCount(0);
        assertThat(page.locator(".edition-numbers")).containsText("1,200");
    }

    /** Times and words are chosen, and read as people say them: nobody sees an expression or a constant. */
    private static void choose(Desk officer) {
        officer.open(EDITION);
        Page page = officer.page();
        Locator numbers = page.locator(".edition-numbers");
        assertThat(numbers).containsText("每月1日 09:00");
        assertThat(numbers).not().containsText(Pattern.compile("MONTHLY|HARDSHIP|\\[U\\]|breakroom\\.|0 0 9"));
        button(page, "修改：市级工作组例会时间").click();
        page.getByLabel("多久一次").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("每周"))
                .click();
        page.getByLabel("理由").fill("工作组议定");
        dialogButton(page, "提交，由他人发布").click();
        assertThat(page.locator(".draft-card ins")).containsText("每星期一 09:00");
    }

    private static void publishTheChoice(Desk approver) {
        approver.open(EDITION);
        Page page = approver.page();
        button(page, "发布：市级工作组例会时间").click();
        dialogButton(page, "发布").click();
        assertThat(page.locator(".edition-numbers")).containsText("每星期一 09:00");
    }

    private static void tryOut(Desk officer) {
        officer.open("/try-out");
        Page page = officer.page();
        assertThat(heading(page)).hasText("试算");
        officer.settle().screenshot("rules");
        officer.requireAccessible().requireNoSidewaysScrolling();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("完成间数"))
                .first()
                .click();
        assertThat(heading(page)).hasText("完成间数");
        page.locator(".tryout vaadin-text-field input").first().fill("room-1");
        button(page, "试算").click();
        assertThat(page.locator(".answer")).containsText("CORE-INPUT");
        page.locator(".tryout vaadin-select").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("已挂牌"))
                .click();
        button(page, "试算").click();
        assertThat(page.locator(".answer")).containsText("1,200");
        assertThat(page).hasURL(Pattern.compile("inputs="));
        assertThat(page.locator(".rule-source blockquote")).containsText("市总工会复核通过准予挂牌");
        officer.settle().screenshot("try-out");
        officer.requireAccessible().requireNoSidewaysScrolling();
        String shared = page.url();
        officer.open("/todo");
        page.navigate(shared);
        assertThat(page.locator(".answer")).containsText("1,200");
    }

    private static void nextYear(Desk officer) {
        officer.open(EDITION);
        Page page = officer.page();
        button(page, "复制到 2025 年度").click();
        dialogButton(page, "复制").click();
        assertThat(heading(page)).containsText("2025 年度规则与数值");
        assertThat(page.locator(".confirming")).containsText("共 10 项");
        assertThat(page.locator(".edition-numbers")).containsText("与上年相同");
        button(page, "确认：全市建设改善目标").click();
        assertThat(page.locator(".confirming")).containsText("已确认 1 项");
        button(page, "全部确认（9 项）").click();
        page.getByLabel("理由").fill("与上年一致");
        officer.settle().screenshot("edition next year");
        dialogButton(page, "全部确认（9 项）").click();
        assertThat(page.locator(".confirming")).hasCount(0);
    }

    private static void publishNextYear(Desk approver) {
        approver.open("/editions/break-room/2025");
        Page page = approver.page();
        button(page, "发布本年度").click();
        dialogButton(page, "发布本年度").click();
        assertThat(button(page, "关闭本年度")).isVisible();
        approver.settle().requireAccessible().requireNoSidewaysScrolling();
    }
}
