package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;
import static org.shishi.browser.product.PageParts.notice;
import static org.shishi.browser.product.PageParts.signOut;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;
import org.shishi.browser.SignInProvider;

/** Signing in with a provider: the browser really goes there and comes back. */
@BrowserTest
@ExtendWith(Patience.class)
class ElsewhereIT {

    private static final String WAY = "使用“" + SignInProvider.NAME + "”登录";
    private static final String LINK = "绑定“" + SignInProvider.NAME + "”";

    @BeforeAll
    static void listen() {
        SignInProvider.issuer();
    }

    /** On the provider's own page. */
    private static void say(Page page, String who, String claims) {
        assertThat(page).hasURL(Pattern.compile("/shishi/authorize\\?.*code_challenge="));
        page.locator("input[name=username]").fill(who);
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[type=submit]").click();
    }

    private static Locator links(Page page) {
        return page.locator("li").filter(new Locator.FilterOptions().setHasText("/shishi，"));
    }

    @Test
    void an_account_is_linked_signs_in_by_the_provider_and_no_longer_when_unlinked(Desk owner) {
        Page page = owner.login("demo-yangpu-officer").open("/profile").page();
        button(page, LINK).click();
        say(page, "yangpu-0001", "");
        assertThat(heading(page)).hasText("个人设置");
        assertThat(links(page)).hasCount(1);
        owner.settle().requireAccessible().screenshot("account linked");

        signOut(owner);
        owner.requireAccessible().screenshot("login with a provider");
        button(page, WAY).click();
        say(page, "yangpu-0001", "");
        assertThat(heading(page)).containsText("好，演示·");

        owner.open("/profile");
        button(page, "解除绑定").click();
        assertThat(notice(page, "已解除绑定")).isVisible();
        assertThat(links(page)).hasCount(0);
        signOut(owner);
        button(page, WAY).click();
        say(page, "yangpu-0001", "");
        assertThat(page.locator("main")).containsText("尚未绑定本系统账号");
        owner.settle().requireAccessible().screenshot("not linked");
        link(page, "返回登录页").click();
        button(page, "English").click();
        assertThat(button(page, "Sign in with \"" + SignInProvider.NAME + "\"")).isVisible();
    }

    @Test
    void a_second_factor_here_is_asked_for_unless_the_provider_has_seen_one(@Phone Desk owner) {
        Page page = owner.login("demo-putuo-officer").open("/profile").page();
        button(page, LINK).click();
        say(page, "putuo-0001", "");
        assertThat(links(page)).hasCount(1);
        Authenticator phone = SecondFactorSteps.setUp(page);

        signOut(owner);
        button(page, WAY).click();
        say(page, "putuo-0001", "");
        assertThat(page.getByText("该账号已启用双重验证")).isVisible();
        owner.open("/todo");
        assertThat(page).hasURL(Pattern.compile("/second-factor"));
        owner.requireAccessible().requireNoSidewaysScrolling().screenshot("second factor after the provider");
        SecondFactorSteps.type(page, phone.code());
        assertThat(heading(page)).containsText("好，");

        signOut(owner);
        button(page, WAY).click();
        say(page, "putuo-0001", "{\"amr\": [\"pwd\", \"otp\"]}");
        assertThat(heading(page)).containsText("好，");
    }
}
