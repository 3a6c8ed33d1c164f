package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.chooseByTyping;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.notice;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/** The tree of organisations: found by pinyin initials, walked by keyboard, changed by a plan that is shown first. */
@BrowserTest
@ExtendWith(Patience.class)
class OrganisationIT {

    private static final String ADMINISTRATOR = "demo-platform-admin";
    private static final String SEARCH = "查找单位（名称、拼音首字母或编码）";
    private static final String TOWN = "示例福泽镇总工会";
    private static final String RENAMED = "示例福泽新镇总工会";

    private static Locator shown(Page page) {
        return page.locator(".side h2");
    }

    @Test
    void a_town_is_renamed_by_a_plan_and_its_history_says_so(Desk desk) {
        Page page = desk.login(ADMINISTRATOR).open("/admin/organisations").page();
        chooseByTyping(page, SEARCH, "slfzz", TOWN);
        assertThat(shown(page)).hasText(TOWN);
        desk.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("organisation");

        button(page, "更名").click();
        field(page, "新名称").fill("");
        dialogButton(page, "查看变更方案").click();
        assertThat(dialog(page).getByText("组织名称未填写")).isVisible();
        field(page, "新名称").fill(RENAMED);
        dialogButton(page, "查看变更方案").click();
        assertThat(dialog(page).getByText("“" + TOWN + "”更名为“" + RENAMED + "”")).isVisible();
        assertThat(dialog(page).getByText("涉及 1 个组织")).isVisible();
        desk.settle().requireAccessible().screenshot("plan of a change");
        dialogButton(page, "确认更名").click();

        assertThat(notice(page, "“" + RENAMED + "”的变更已完成")).isVisible();
        assertThat(shown(page)).hasText(RENAMED);
        assertThat(page.locator(".organisation-history li").first()).containsText("更名");
        assertThat(page.locator(".side .facts")).containsText(TOWN);
    }

    @Test
    void the_tree_is_walked_by_keyboard(Desk desk) {
        Page page = desk.login(ADMINISTRATOR).open("/admin/organisations").page();
        Locator tree = page.locator(".tree vaadin-grid");
        assertThat(tree.getByText("浦东新区总工会")).isVisible();
        tree.evaluate("grid => grid.shadowRoot.querySelector('#items [tabindex=\"0\"]').focus()");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(shown(page)).isVisible();
        desk.settle().requireAccessible();
    }

    @Test
    void on_a_phone_a_body_is_found_and_read(@Phone Desk phone) {
        Page page = phone.login(ADMINISTRATOR).open("/admin/organisations").page();
        chooseByTyping(page, SEARCH, "xhqzgh", "徐汇区总工会");
        assertThat(shown(page)).hasText("徐汇区总工会");
        phone.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("organisation on a phone");
        button(page, "拆分").click();
        assertThat(dialog(page).getByText("再加一个新组织")).isVisible();
        phone.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("split on a phone");
    }
}
