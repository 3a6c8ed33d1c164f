package org.shishi.browser.module;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Dark;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/** A programme's own browser module: the star by which a six-point check is entered. */
@BrowserTest
class MicroFrontEndIT {

    private static final String OFFICER = "demo-second-level-officer";
    private static final int SMALLEST_TARGET = 44;
    private static final Pattern ROOM = Pattern.compile("/rooms/[0-9a-f-]{36}$");

    /** One red pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @Test
    void a_check_with_a_failed_point_its_remark_and_its_photo_from_a_phone(@Phone Desk officer) {
        officer.login(OFFICER);
        Star star = new Star(officer);
        star.openRoom(officer);
        assertEquals(List.of(), star.requests(), "nothing of the module is loaded before its page opens");
        star.begin();
        assertTrue(
                star.requests().stream().allMatch(r -> r.contains("/plugins/org.shishi.programme.breakroom/2024.")),
                star.requests().toString());
        officer.settle().screenshot("star phone");
        officer.requireAccessible().requireNoSidewaysScrolling();
        targets(officer);

        star.save().click();
        assertThat(star.errors()).containsText("有6处需要修改");
        assertThat(star.tip("制度明")).containsText("有错误");
        officer.screenshot("star errors");
        officer.requireAccessible();

        Star.POINTS.forEach(point -> star.tip(point).tap());
        star.tip("效能佳").tap();
        assertThat(star.tip("效能佳")).containsText("不合格");
        star.remark().fill("饮水机漏水，已报修");
        star.camera().setInputFiles(new FilePayload("饮水机.png", "image/png", PNG));
        assertThat(star.tip("效能佳")).containsText("照片1张");
        officer.screenshot("star filled");
        star.save().click();
        officer.page().waitForURL(ROOM);
        Locator verdict = officer.page()
                .locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("1项不合格"))
                .first();
        assertThat(verdict).isVisible();
        officer.settle().screenshot("room with checks");
        officer.requireAccessible().requireNoSidewaysScrolling();

        String href = verdict.getAttribute("href");
        String path = "/2024/break-room/checks/" + href.substring(href.lastIndexOf('/') + 1);
        RestDoor door = new RestDoor(star.site(), OFFICER);
        JsonObject check = door.get(path).getAsJsonObject();
        assertTrue(check.toString().contains("\"effect\":\"FAIL\""), check.toString());
        assertTrue(check.toString().contains("\"effectRemark\":\"饮水机漏水，已报修\""), check.toString());
        assertTrue(check.toString().contains("\"rules\":\"PASS\""), check.toString());
        JsonArray files = door.get(path + "/attachments").getAsJsonArray();
        assertEquals(1, files.size(), files.toString());
        assertEquals("photo-effect", files.get(0).getAsJsonObject().get("kind").getAsString());
        assertEquals("饮水机.jpg", files.get(0).getAsJsonObject().get("name").getAsString());
    }

    @Test
    void by_keyboard_alone_and_what_is_typed_outlives_a_reload(@Dark Desk officer) {
        officer.login(OFFICER);
        Star star = new Star(officer);
        star.openRoom(officer);
        star.begin();
        star.tip("制度明").focus();
        officer.page().keyboard().press("Space");
        assertThat(star.tip("制度明")).containsText("✓ 合格");
        officer.page().keyboard().press("Enter");
        assertThat(star.tip("制度明")).containsText("✗ 不合格");
        assertThat(star.tip("制度明")).isFocused();
        assertThat(officer.page().locator(".said")).hasText("制度明：不合格");
        officer.page().keyboard().press("Tab");
        assertThat(star.tip("标识亮")).isFocused();
        star.tip("制度明").focus();
        while (!"point-remark".equals(focused(officer))) {
            officer.page().keyboard().press("Tab");
        }
        officer.page().keyboard().type("制度牌未上墙");
        officer.settle().screenshot("star dark");
        officer.requireAccessible().requireNoSidewaysScrolling();

        officer.page().reload();
        assertThat(star.tip("制度明"))
                .containsText("✗ 不合格", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(star.remark()).hasValue("制度牌未上墙");
        assertThat(officer.page().locator(".kept")).containsText("已恢复");
    }

    private static Object focused(Desk desk) {
        return desk.page()
                .evaluate("() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) "
                        + "at = at.shadowRoot.activeElement; return at?.name ?? ''; }");
    }

    private static void targets(Desk desk) {
        for (Locator target : desk.page()
                .locator(".tip, .save, .camera, .level label, .point .choice label")
                .all()) {
            BoundingBox box = target.boundingBox();
            assertTrue(
                    box.width >= SMALLEST_TARGET && box.height >= SMALLEST_TARGET,
                    () -> target.innerText() + ": " + box.width + " by " + box.height);
        }
    }
}
