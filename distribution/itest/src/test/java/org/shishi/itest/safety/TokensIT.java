package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/** Tokens that are none, or none any more. That one ends by itself is asked where the clock can be moved. */
class TokensIT {

    private static final String ACCOUNT = "demo-foundation-reviewer";
    private static final String OTHER = "demo-service-centre-officer";

    private static ShishiProcess shishi;

    @BeforeAll
    static void start() {
        shishi = ShishiProcess.sharedDemo();
    }

    @Test
    void what_was_not_given_out_here_opens_nothing() {
        String good = Rest.as(shishi, ACCOUNT).token();
        String text = good.substring("shishi_".length());
        String other = text.startsWith("A") ? "B" + text.substring(1) : "A" + text.substring(1);
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"demo-platform-admin\"}".getBytes(StandardCharsets.UTF_8));
        for (String token : List.of(
                "forged",
                text,
                "shishi_",
                "shishi_" + "A".repeat(43),
                "shishi_" + other,
                good.substring(0, good.length() - 1),
                good + "A",
                good.toUpperCase(),
                "SHISHI_" + text,
                // Signed by whoever, or by nobody: nothing here is believed for its signature.
                "eyJhbGciOiJub25lIn0." + claims + ".",
                "eyJhbGciOiJIUzI1NiJ9." + claims + "." + text,
                "' or '1'='1",
                "\"" + good + "\"")) {
            Rest.Answer answer = Rest.nobody(shishi).withToken(token).get("/programmes");
            assertEquals(401, answer.status(), token);
            assertEquals("Bearer", answer.header("WWW-Authenticate"));
        }
        assertEquals(200, Rest.nobody(shishi).withToken(good).get("/programmes").status());
    }

    @Test
    void a_token_comes_in_its_header_only() {
        String good = Rest.as(shishi, ACCOUNT).token();
        Rest nobody = Rest.nobody(shishi);
        assertEquals(401, nobody.get("/programmes?access_token=" + good).status());
        assertEquals(401, nobody.get("/programmes?token=" + good).status());
        for (String scheme : List.of("Basic ", "Token ", "")) {
            Rest.Answer answer = nobody.send("GET", "/programmes", null, "Authorization", scheme + good);
            assertEquals(401, answer.status(), scheme);
        }
        assertEquals(
                401,
                nobody.send("GET", "/programmes", null, "Cookie", "token=" + good)
                        .status());
    }

    @Test
    void a_token_of_a_sign_in_ends_when_its_owner_says_so() {
        Rest before = Rest.as(shishi, ACCOUNT);
        assertEquals(200, before.get("/programmes").status());
        try (Browser elsewhere = Browser.of(shishi, ACCOUNT);
                Browser owner = Browser.of(shishi, ACCOUNT)) {
            assertNotNull(elsewhere.session());
            owner.open("profile", "").press("退出其他所有设备");
        }
        assertEquals(401, before.get("/programmes").status());
        assertEquals(200, Rest.as(shishi, ACCOUNT).get("/programmes").status());
    }

    /** Each request looks it up: it is remembered nowhere. */
    @Test
    void a_token_of_another_system_ends_when_its_owner_revokes_it() {
        try (Browser owner = Browser.of(shishi, ACCOUNT)) {
            Rest system = named(owner);
            Rest signedIn = Rest.as(shishi, ACCOUNT);
            assertEquals(200, system.get("/programmes").status());
            owner.press("撤销").press("撤销");
            assertEquals(401, system.get("/programmes").status());
            assertEquals(200, signedIn.get("/programmes").status(), "the others stay");
        }
    }

    @Test
    void all_tokens_end_when_an_administrator_disables_the_account_and_do_not_come_back() {
        try (Browser owner = Browser.of(shishi, OTHER);
                Browser administrator = Browser.of(shishi, "demo-platform-admin")) {
            Rest system = named(owner);
            Rest signedIn = Rest.as(shishi, OTHER);
            assertEquals(200, system.get("/programmes").status());
            String found = administrator.open("admin/accounts", "q=" + OTHER).told();
            Matcher account = Pattern.compile("admin/accounts/[0-9a-f-]{36}").matcher(found);
            assertTrue(account.find(), found);
            administrator.open(account.group(), "").press("停用账号").press("停用账号");
            try {
                assertEquals(401, system.get("/programmes").status());
                assertEquals(401, signedIn.get("/programmes").status());
            } finally {
                administrator.press("重新启用");
            }
            assertEquals(401, system.get("/programmes").status());
            assertEquals(200, Rest.as(shishi, OTHER).get("/programmes").status());
        }
    }

    /** Made on one's own page, where it is shown once. */
    private static Rest named(Browser owner) {
        owner.open("profile", "").press("新建令牌").fill("名称（用于哪个系统）", "示例系统").press("生成令牌");
        Matcher secret = Pattern.compile("shishi_[A-Za-z0-9_-]{43}").matcher(owner.told());
        assertTrue(secret.find(), owner.told());
        return Rest.nobody(shishi).withToken(secret.group());
    }

    /** By address, not by account: whoever asks without a good token has a tenth of the pace, and only for itself. */
    @Test
    void a_stranger_who_runs_is_stopped_and_nobody_else_is() {
        Rest nobody = Rest.nobody(shishi);
        Rest.Answer stopped = null;
        for (int i = 0; i < 2000 && stopped == null; i++) {
            Rest.Answer answer = nobody.send("GET", "/programmes", null, "X-Forwarded-For", "203.0.113.77");
            stopped = answer.status() == 401 ? null : answer;
        }
        assertNotNull(stopped, "nobody was stopped");
        assertEquals(429, stopped.status());
        assertNotNull(stopped.header("Retry-After"));
        assertEquals(
                401,
                nobody.send("GET", "/programmes", null, "X-Forwarded-For", "203.0.113.78")
                        .status());
        assertEquals(200, Rest.as(shishi, ACCOUNT).get("/programmes").status());
    }

    @Test
    void a_guesser_is_stopped() {
        Rest nobody = Rest.nobody(shishi);
        int status = 401;
        for (int i = 0; i < 10 && status == 401; i++) {
            status = guess(nobody, "somebody-" + System.identityHashCode(this), "203.0.113.79");
        }
        assertEquals(429, status);
        assertEquals(401, guess(nobody, "somebody-else", "203.0.113.79"));
    }

    private static int guess(Rest nobody, String account, String address) {
        String body = "{\"username\":\"" + account + "\",\"password\":\"guess\"}";
        return nobody.send("POST", "/tokens", body, "Content-Type", "application/json", "X-Forwarded-For", address)
                .status();
    }
}
