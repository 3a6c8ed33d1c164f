package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.chooseByTyping;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;
import static org.shishi.browser.product.PageParts.notice;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
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

    private static final String PASSWORD = "三只羊 推 一扇蓝门";
    private static final List<String> HEAD =
            List.of("编码", "名称", "类型", "上级（编码或名称）", "行政区", "郊区", "别名（用、分开）", "有效期开始", "有效期结束");

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
        // With a mouse or a finger: the name of a branch chooses it.
        tree.getByText("浦东新区总工会").click();
        assertThat(shown(page)).hasText("浦东新区总工会");
        desk.settle().requireAccessible();
    }

    @Test
    void a_districts_administrator_handles_what_is_below_and_not_its_own_body(Desk boss, Desk own) {
        String account = "district-admin-" + System.nanoTime();
        String once = new Admin(boss).create(account, "区平台管理员", "平台管理员");
        Page page = own.login(account, once).page();
        field(page, "当前密码").fill(once);
        field(page, "新密码").fill(PASSWORD);
        field(page, "再次输入新密码").fill(PASSWORD);
        button(page, "保存新密码").click();
        assertThat(heading(page)).containsText("好，区平台管理员");

        own.open("/admin/organisations");
        chooseByTyping(page, SEARCH, "pdxqzgh", Admin.UNION);
        assertThat(shown(page)).hasText(Admin.UNION);
        assertThat(page.getByText("本组织由上一级工会变更")).isVisible();
        assertThat(button(page, "更名")).hasCount(0);
        assertThat(button(page, "新增下级")).isVisible();
        own.settle().requireAccessible().screenshot("own body of a district");
        own.open("/admin/accounts");
        assertThat(page.locator(".paged-table")).containsText("demo-second-level-officer");
        assertThat(page.locator(".paged-table")).not().containsText("demo-huangpu");
    }

    @Test
    void a_list_is_imported_with_the_choice_what_to_do_about_bad_rows(Desk desk) {
        String mark = "示例导入" + System.nanoTime();
        Page page =
                desk.login(ADMINISTRATOR).open("/admin/organisations/import").page();
        upload(page, List.of(HEAD, row(mark + "一", "浦东新区总工会"), row(mark + "二", "没有的组织")));
        assertThat(page.getByText("正确 1 行，有问题 1 行。")).isVisible();
        assertThat(mode(page, "只导入正确的")).isChecked();
        assertThat(mode(page, "全部正确才导入")).isDisabled();
        desk.settle().requireAccessible().screenshot("rows with faults");

        link(page, "重新选择文件").click();
        upload(page, List.of(HEAD, row(mark + "一", "浦东新区总工会"), row(mark + "三", "浦东新区总工会")));
        assertThat(page.getByText("正确 2 行，有问题 0 行。")).isVisible();
        assertThat(mode(page, "全部正确才导入")).isChecked();
        button(page, "导入正确的 2 行").click();
        assertThat(page.getByText("已导入 2 行，未导入 0 行。")).isVisible();
    }

    private static Locator mode(Page page, String words) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(words));
    }

    private static void upload(Page page, List<List<String>> rows) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("组织机构.xlsx", Sheet.TYPE, Sheet.write(rows)));
    }

    private static List<String> row(String name, String parent) {
        return List.of("", name, "街镇、园区工会", parent, "", "", "", "", "");
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
