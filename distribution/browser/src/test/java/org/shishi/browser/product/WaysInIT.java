package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.signOut;
import static org.shishi.browser.product.SecondFactorSteps.code;
import static org.shishi.browser.product.SecondFactorSteps.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/** Second factor, sessions and tokens, as their owner goes about them. */
@BrowserTest
@ExtendWith(Patience.class)
class WaysInIT {

    /** Keeps its second factor: nobody else's test signs in with it. */
    private static final String ACCOUNT = "demo-huangpu-approver";

    @Test
    void a_second_factor_is_set_up_and_asked_for_at_sign_in(Desk owner) {
        Page page = owner.login(ACCOUNT).open("/profile").page();
        owner.requireAccessible().requireNoSidewaysScrolling().screenshot("profile");
        button(page, "设置双重验证").click();
        Locator secret = page.locator("code");
        assertThat(secret).isVisible();
        assertThat(page.locator("svg.qr")).isVisible();
        owner.settle().screenshot("second factor");
        owner.requireAccessible().requireNoSidewaysScrolling();
        Authenticator phone = new Authenticator(secret.innerText());
        code(page).fill("000000");
        button(page, "启用双重验证").click();
        assertThat(page.getByText("动态码或恢复码不正确")).isVisible();
        code(page).fill(phone.code());
        button(page, "启用双重验证").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        owner.requireAccessible().screenshot("recovery codes");
        String recovery = page.locator(".recovery-codes li").first().innerText();
        button(page, "已妥善保存，继续").click();
        assertThat(heading(page)).isVisible();

        signOut(owner);
        owner.typeCredentials(ACCOUNT, Desk.DEMO_PASSWORD);
        assertThat(page.getByText("密码正确。请输入验证器应用当前显示的动态码。")).isVisible();
        owner.settle().requireAccessible().screenshot("code at sign in");
        type(page, "000000");
        assertThat(page.getByText("动态码或恢复码不正确")).isVisible();
        type(page, phone.code());
        assertThat(heading(page)).containsText("好，");

        signOut(owner);
        owner.typeCredentials(ACCOUNT, Desk.DEMO_PASSWORD);
        type(page, recovery);
        assertThat(heading(page)).containsText("好，");
        owner.open("/profile");
        assertThat(page.getByText("还有 9 个恢复码可用。")).isVisible();

        signOut(owner);
        owner.typeCredentials(ACCOUNT, Desk.DEMO_PASSWORD);
        type(page, recovery);
        assertThat(page.getByText("动态码或恢复码不正确")).isVisible();
    }

    @Test
    void whoever_is_signed_out_elsewhere_comes_to_the_login_page(Desk desk, @Phone Desk phone) {
        phone.login("demo-mutual-aid-officer");
        Page page = desk.login("demo-mutual-aid-officer").open("/profile").page();
        phone.open("/profile").requireNoSidewaysScrolling().screenshot("profile on a phone");
        button(page, "退出其他所有设备").click();
        assertThat(page.locator(".own-things li").filter(new Locator.FilterOptions().setHasText("当前设备")))
                .hasCount(1);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> phone.open("/todo").page().url().contains("/login"));
        assertThat(heading(desk.open("/profile").page())).hasText("个人设置");
    }

    @Test
    void a_token_is_shown_once_and_revoked(Desk owner) {
        Page page = owner.login("demo-service-centre-officer").open("/profile").page();
        button(page, "新建令牌").click();
        page.getByLabel("名称（用于哪个系统）").fill("测试系统");
        owner.requireAccessible().screenshot("new token");
        button(page, "生成令牌").click();
        Locator secret = page.locator(".one-time input");
        assertThat(secret).hasValue(Pattern.compile("shishi_.{43}"));
        assertNotEquals("", secret.inputValue());
        button(page, "已复制，关闭").click();
        Locator line = page.locator(".own-things li").filter(new Locator.FilterOptions().setHasText("测试系统"));
        assertThat(line).containsText("只读");
        assertThat(line).containsText("从未使用");
        owner.settle().screenshot("tokens");
        line.locator("vaadin-button").click();
        button(page, "撤销").last().click();
        assertThat(line).hasCount(0);
    }
}
