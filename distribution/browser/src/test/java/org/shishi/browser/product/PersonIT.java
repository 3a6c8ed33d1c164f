package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.firstRow;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** Somebody is registered, found, seen masked and revealed; keys are changed; the log is taken away as a workbook. */
@BrowserTest
@ExtendWith(Patience.class)
class PersonIT {

    /** A valid number of the region that does not exist. */
    private static final String NUMBER = "310999199001010011";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String LISTED = "310999199001010038";
    private static final String OTHER = "310999199001010054";

    private static final String MASKED = "310***********" + NUMBER.substring(14);

    @Test
    void somebody_is_registered_found_and_revealed_with_a_reason(Desk officer) {
        Page page = officer.login("demo-second-level-officer").open("/persons").page();
        button(page, "登记人员").click();
        in(dialog(page), "证件号码").fill("310999199001010012");
        in(dialog(page), "姓名").fill("示例甲乙");
        dialogButton(page, "登记").click();
        assertThat(dialog(page)).containsText("校验码");
        in(dialog(page), "证件号码").fill(NUMBER);
        dialogButton(page, "登记").click();

        assertThat(heading(page)).hasText("示***");
        assertThat(page.locator("main#content")).containsText(MASKED);
        assertThat(page.locator("main#content")).containsText("没有参加您可以查看的项目");
        officer.settle().screenshot("person");
        officer.requireAccessible().requireNoSidewaysScrolling();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("证件")))
                .click();
        dialog(page).locator("vaadin-text-area textarea").fill("核对材料");
        dialog(page).locator("vaadin-button[theme~=primary]").click();
        assertThat(page.locator("main#content")).containsText(NUMBER);

        link(page, "人员").last().click();
        assertThat(page.locator("main#content")).not().containsText(NUMBER);
        field(page, "证件号码").fill(NUMBER);
        page.keyboard().press("Enter");
        assertThat(page.getByText("找到 1 人")).isVisible();
        assertThat(firstRow(page)).hasText("示***");
        assertFalse(page.url().contains(NUMBER), "what is personal stays out of the address");
        firstRow(page).press("Enter");
        assertThat(heading(page)).hasText("示***");
    }

    @Test
    void persons_come_from_a_sheet_and_go_masked_or_in_clear_for_a_reason(Desk officer) {
        Page page = officer.login("demo-second-level-officer")
                .open("/persons/import")
                .page();
        upload(page, person(LISTED, "示例丁戊"), person(LISTED.substring(0, 17) + "9", ""));
        assertThat(page.getByText("正确 1 行，有问题 1 行。尚未保存任何内容。")).isVisible();
        assertThat(page.locator("main#content")).not().containsText(LISTED);
        button(page, "导入正确的 1 行").click();
        assertThat(page.getByText("已导入 1 行，未导入 1 行。")).isVisible();
        Download errors = page.waitForDownload(() -> link(page, "下载有问题的行").click());
        assertEquals(2, Sheet.read(errors.path()).size());

        officer.open("/persons/import");
        upload(page, person(LISTED, "示例另名"), person(OTHER, "示例己庚"));
        assertThat(page.getByText("1 行有提示，不影响导入，请核对。")).isVisible();
        assertThat(page.locator("main#content")).containsText("姓名与登记的不一致");
        officer.settle().screenshot("person-import");
        officer.requireAccessible().requireNoSidewaysScrolling();

        officer.open("/persons");
        Download masked = page.waitForDownload(() -> link(page, "导出（脱敏）").click());
        assertTrue(all(masked).contains("示***") && !all(masked).contains(LISTED));
        button(page, "导出（未脱敏）").click();
        dialogButton(page, "导出未脱敏文件").click();
        assertThat(dialog(page)).containsText("请填写");
        dialog(page).locator("vaadin-text-area textarea").fill("年度核对");
        officer.settle().screenshot("person-export");
        Download clear =
                page.waitForDownload(() -> dialogButton(page, "导出未脱敏文件").click());
        assertTrue(all(clear).contains(LISTED) && all(clear).contains("示例丁戊"));
    }

    private static String all(Download file) {
        return Sheet.read(file.path()).toString();
    }

    private static List<String> person(String number, String name) {
        return List.of("", number, name, "", "", "", "", "在职", "", "是");
    }

    private static void upload(Page page, List<String> one, List<String> other) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("证件种类", "证件号码", "姓名", "手机号", "所在单位（编码或名称）", "出生日期", "性别", "就业状况", "行业", "工会会员"));
        rows.addAll(List.of(one, other));
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("人员.xlsx", XLSX, Sheet.write(rows)));
    }

    @Test
    void a_key_is_made_put_to_use_and_the_old_one_retired(Desk administrator) {
        Page page =
                administrator.login("demo-platform-admin").open("/admin/keys").page();
        Locator index = page.locator("section.card").filter(new Locator.FilterOptions().setHasText("查重索引"));
        press(index, "生成新密钥");
        dialogButton(page, "生成新密钥").click();
        assertThat(index).containsText("仅供读取");
        press(index, "启用并重新加密");
        administrator.settle().screenshot("keys");
        dialogButton(page, "启用并重新加密").click();
        assertThat(index).containsText("已换用");
        press(index, "停用 k1");
        dialogButton(page, "停用 k1").click();
        assertThat(page.locator("vaadin-notification-card").first()).containsText("已完成");
        assertThat(index).containsText("已停用");
        assertThat(index).containsText("请在每个节点的密钥文件中删去它的一行");
        assertThat(index.getByText("停用 k1")).hasCount(0);
        administrator.requireAccessible().requireNoSidewaysScrolling();
    }

    private static Locator in(Locator dialog, String label) {
        return dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void press(Locator section, String text) {
        section.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(text).setExact(true))
                .click();
    }
}
