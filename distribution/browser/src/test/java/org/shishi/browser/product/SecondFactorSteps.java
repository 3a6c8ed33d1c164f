package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What one does with a second factor. */
final class SecondFactorSteps {

    private SecondFactorSteps() {}

    static Locator code(Page page) {
        return page.locator("vaadin-text-field:visible")
                .filter(new Locator.FilterOptions().setHasText("动态码"))
                .locator("input");
    }

    /** Answers the question for the code while signing in. */
    static void type(Page page, String code) {
        code(page).fill(code);
        button(page, "登录").click();
    }

    /** From the profile page, to the home page. */
    static Authenticator setUp(Page page) {
        button(page, "设置双重验证").click();
        Locator secret = page.locator("code");
        assertThat(secret).isVisible();
        Authenticator phone = new Authenticator(secret.innerText());
        code(page).fill(phone.code());
        button(page, "启用双重验证").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        button(page, "已妥善保存，继续").click();
        assertThat(heading(page)).isVisible();
        return phone;
    }
}
