package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.shishi.browser.Desk;

/** The platform administrator at work. */
final class Admin {

    /** Where the demonstration accounts of the second level belong. */
    static final String UNION = "浦东新区总工会";

    private final Desk desk;
    private final Page page;

    Admin(Desk desk) {
        this.desk = desk;
        this.page = desk.page();
        desk.login("demo-platform-admin");
    }

    /** Makes an account with roles in {@link #UNION} and returns the password that is shown once. */
    String create(String userName, String displayName, String... roles) {
        desk.open("/admin/accounts/new");
        field(page, "用户名").fill(userName);
        field(page, "姓名").fill(displayName);
        for (int i = 0; i < roles.length; i++) {
            grant(i, roles[i]);
        }
        button(page, "保存").click();
        Locator shown = field(page, "一次性密码");
        assertThat(shown).isVisible();
        String password = shown.inputValue();
        dialogButton(page, "我已记下，关闭").click();
        assertThat(heading(page)).hasText("账号：" + displayName);
        return password;
    }

    private void grant(int index, String role) {
        button(page, "添加角色").click();
        Locator line = page.locator(".grant-line").nth(index);
        Locator place = line.getByRole(AriaRole.COMBOBOX).first();
        place.fill(UNION);
        line.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(UNION))
                .first()
                .click();
        assertThat(place).hasValue(UNION);
        desk.settle();
        line.locator("vaadin-select").last().click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(role).setExact(true))
                .click();
    }

    /** The page of one account. */
    void open(String userName) {
        desk.open("/admin/accounts?q=" + userName);
        PageParts.link(page, userName).click();
        assertThat(field(page, "用户名")).hasValue(userName);
        desk.settle();
    }
}
