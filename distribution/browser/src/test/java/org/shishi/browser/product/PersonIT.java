package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.firstRow;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
        assertThat(firstRow(page)).hasText("示***");
        assertFalse(page.url().contains(NUMBER), "what is personal stays out of the address");
        firstRow(page).press("Enter");
        assertThat(heading(page)).hasText("示***");
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
