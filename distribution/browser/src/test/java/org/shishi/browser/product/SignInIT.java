package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.menu;
import static org.shishi.browser.product.PageParts.notice;
import static org.shishi.browser.product.PageParts.signOut;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** Who comes in, how, and how one goes out again. */
@BrowserTest
@ExtendWith(Patience.class)
class SignInIT {

    private static final String SESSION = "JSESSIONID";
    private static final String WRONG = "用户名或密码不正确。";
    private static final String LOCKED = "登录失败次数过多";
    private static final String FRESH_PASSWORD = "四匹马 拉 一辆绿车";

    @Test
    void a_wrong_password_is_refused_in_Chinese_and_the_right_one_goes_in(Desk auditor) {
        auditor.open("/login");
        Page page = auditor.page();
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^zh"));
        auditor.typeCredentials("demo-auditor", "wrong").settle();
        assertThat(page.getByText(WRONG)).isVisible();
        auditor.screenshot("wrong password");
        auditor.requireAccessible();
        auditor.signIn("demo-auditor", Desk.DEMO_PASSWORD);
        assertThat(heading(page)).containsText("好，演示·审计");
    }

    @Test
    void after_repeated_failures_the_account_is_locked_until_an_administrator_unlocks_it(Desk guesser, Desk boss) {
        String account = "demo-chongming-grassroots";
        guesser.open("/login");
        for (int i = 1; i <= 4; i++) {
            guesser.typeCredentials(account, "guess " + i).settle();
            assertThat(guesser.page().getByText(WRONG)).isVisible();
        }
        guesser.typeCredentials(account, "guess 5").settle();
        guesser.typeCredentials(account, Desk.DEMO_PASSWORD).settle();
        assertThat(guesser.page().getByText(LOCKED)).isVisible();
        guesser.screenshot("locked");

        Admin admin = new Admin(boss);
        admin.open(account);
        button(boss.page(), "解除锁定").click();
        assertThat(notice(boss.page(), "已解除锁定")).isVisible();

        guesser.signIn(account, Desk.DEMO_PASSWORD);
        assertThat(heading(guesser.page())).containsText("好，");
    }

    @Test
    void a_one_time_password_must_be_replaced_before_anything_else(Desk boss, Desk newcomer) {
        String account = "newcomer-" + System.nanoTime();
        String once = new Admin(boss).create(account, "新来的经办", "区局经办");
        Page page = newcomer.page();
        newcomer.login(account, once);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("修改密码")))
                .isVisible();
        newcomer.screenshot("first sign in");
        newcomer.requireAccessible();
        newcomer.open("/todo");
        assertThat(field(page, "当前密码")).isVisible();

        change(page, once, "short", "short");
        assertThat(page.getByText("新密码至少10个字符").first()).isVisible();
        change(page, once, FRESH_PASSWORD, FRESH_PASSWORD + "?");
        assertThat(page.getByText("两次输入的新密码不一致").first()).isVisible();
        change(page, once, FRESH_PASSWORD, FRESH_PASSWORD);
        assertThat(heading(page)).containsText("好，新来的经办");

        signOut(newcomer);
        newcomer.typeCredentials(account, once).settle();
        assertThat(page.getByText(WRONG)).isVisible();
        newcomer.signIn(account, FRESH_PASSWORD);
        assertThat(heading(page)).containsText("好，新来的经办");
    }

    private static void change(Page page, String old, String fresh, String again) {
        field(page, "当前密码").fill(old);
        field(page, "新密码").fill(fresh);
        field(page, "再次输入新密码").fill(again);
        button(page, "保存新密码").click();
    }

    @Test
    void who_signs_out_is_out_in_every_tab(Desk officer) {
        officer.login("demo-jingan-officer");
        Page other = officer.page().context().newPage();
        other.navigate(officer.page().url());
        assertThat(heading(other)).containsText("好，");
        signOut(officer);
        other.navigate(officer.page().url().replaceAll("/login.*", "/todo"));
        assertThat(other).hasURL(Pattern.compile("/login\\?to=todo"));
        officer.page().goBack();
        assertThat(officer.page().locator("input[name=username]")).isVisible();
    }

    @Test
    void whoever_knew_the_session_before_sign_in_does_not_know_the_one_after_it(Desk victim, Desk thief) {
        victim.open("/login");
        Cookie before = session(victim);
        victim.signIn("demo-changning-officer", Desk.DEMO_PASSWORD);
        Cookie after = session(victim);
        assertNotEquals(before.value, after.value);
        assertTrue(after.httpOnly, "not for scripts");
        assertEquals(SameSiteAttribute.LAX, after.sameSite);
        assertFalse(after.secure, "this product is reached by http");

        thief.page().context().addCookies(List.of(before));
        thief.open("/todo");
        assertThat(thief.page()).hasURL(Pattern.compile("/login\\?to=todo"));
    }

    private static Cookie session(Desk desk) {
        return desk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_comes_to_the_page_that_was_asked_for(Desk officer) {
        officer.open("/2024/break-room/rooms?status=PLAQUED");
        assertThat(officer.page()).hasURL(Pattern.compile("/login\\?to="));
        officer.signIn("demo-second-level-officer", Desk.DEMO_PASSWORD);
        assertThat(officer.page()).hasURL(Pattern.compile("/2024/break-room/rooms\\?status=PLAQUED$"));
        assertThat(heading(officer.page())).hasText("休息室");
    }

    @Test
    void another_site_is_no_page_of_ours(Desk officer) {
        officer.open("/login?to=//example.invalid/");
        officer.signIn("demo-second-level-officer", Desk.DEMO_PASSWORD);
        assertThat(heading(officer.page())).containsText("好，");
    }

    @Test
    void the_language_is_changed_in_the_profile_and_kept(Desk officer) {
        officer.login("demo-hongkou-officer").open("/profile");
        Page page = officer.page();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("English"))
                .check();
        assertThat(heading(page)).hasText("Profile");
        assertThat(menu(page, "To-do")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        officer.settle().screenshot("profile in English");
        officer.requireAccessible();

        officer.open("/todo");
        assertThat(heading(page)).hasText("To-do");
        officer.open("/profile");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("中文"))
                .check();
        assertThat(heading(page)).hasText("个人设置");
        assertThat(menu(page, "待办")).isVisible();
    }
}
