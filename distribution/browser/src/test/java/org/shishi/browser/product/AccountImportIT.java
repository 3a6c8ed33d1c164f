package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.link;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** Accounts from Excel, and the first sign-in with what their passwords' workbook tells. */
@BrowserTest
@ExtendWith(Patience.class)
class AccountImportIT {

    private static final List<String> HEAD = List.of("用户名", "姓名", "单位（编码或名称）", "项目（空为全部）", "角色");

    @Test
    void accounts_are_imported_and_sign_in_with_their_one_time_passwords(Desk boss, Desk own) {
        String user = "import-" + System.nanoTime();
        Page page = boss.login("demo-platform-admin").open("/admin/accounts").page();
        link(page, "从 Excel 导入").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "账号.xlsx",
                        Sheet.TYPE,
                        Sheet.write(List.of(
                                HEAD,
                                List.of(user, "示例导入甲", "浦东新区总工会", "", "区局经办"),
                                List.of(user, "示例导入甲", "浦东新区总工会", "", "抽查人员"),
                                List.of(user + "-x", "示例导入乙", "没有的组织", "", "区局经办")))));
        assertThat(page.getByText("正确 2 行，有问题 1 行。")).isVisible();
        boss.settle().requireAccessible().requireNoSidewaysScrolling().screenshot("accounts checked");
        button(page, "导入正确的 2 行").click();
        assertThat(page.getByText("已导入 2 行，未导入 1 行。")).isVisible();
        assertThat(page.getByText("保留一天")).isVisible();
        boss.settle().requireAccessible().screenshot("accounts imported");

        List<List<String>> told = Sheet.read(
                page.waitForDownload(() -> link(page, "下载一次性密码").click()).path());
        assertEquals(List.of("用户名", "姓名", "一次性密码"), told.getFirst());
        assertEquals(List.of(user, "示例导入甲"), told.get(1).subList(0, 2));
        assertEquals(2, told.size());

        String once = told.get(1).get(2);
        Page theirs = own.login(user, once).page();
        field(theirs, "当前密码").fill(once);
        assertThat(button(theirs, "保存新密码")).isVisible();
    }
}
