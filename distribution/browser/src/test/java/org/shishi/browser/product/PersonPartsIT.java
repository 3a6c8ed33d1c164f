package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.firstRow;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/**
 * Somebody takes part in a programme that arrives as a jar: asked for consent in so many words, told while typing that
 * another part is excluded, and all of it on the person's page, on a desk and on a phone.
 */
@BrowserTest(ProgrammesComeAndGoIT.OwnProduct.class)
@ExtendWith(Patience.class)
class PersonPartsIT {

    private static final String NUMBER = "310999199001010097";
    private static final String GIFTS = "/2024/sample/gifts";

    @BeforeAll
    static void drop() throws IOException {
        Path plugins = ProgrammesComeAndGoIT.OwnProduct.plugins();
        Path sample = Path.of("../../plugins/sample/target").toAbsolutePath().normalize();
        try (var files = Files.list(sample)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("sample-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
            Path waiting =
                    Files.copy(jar, plugins.resolveSibling("sample.waiting"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(waiting, plugins.resolve("sample.jar"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** A gift, by the other door. */
    private static void give(Page page) {
        URI base = URI.create(page.url());
        String api = base.getScheme() + "://" + base.getAuthority() + "/api/v1";
        APIResponse signedIn = page.request()
                .post(
                        api + "/tokens",
                        RequestOptions.create()
                                .setData(Map.of(
                                        "username", "demo-second-level-officer", "password", Desk.DEMO_PASSWORD)));
        String token = signedIn.text().replaceAll(".*\"token\" *: *\"([^\"]+)\".*", "$1");
        // It opens some moments after its jar was dropped.
        page.waitForCondition(() -> {
            APIResponse made = page.request()
                    .post(
                            api + GIFTS,
                            RequestOptions.create()
                                    .setHeader("Authorization", "Bearer " + token)
                                    .setData(Map.of(
                                            "name", "示例甲乙",
                                            "residentId", NUMBER,
                                            "mobile", "13900000097",
                                            "givenOn", "2024-07-15",
                                            "agreed", true)));
            return made.status() == 201;
        });
    }

    @Test
    void consent_exclusion_and_parts_are_seen(Desk officer, @Phone Desk phone) {
        Page page = officer.login("demo-second-level-officer").open("/persons").page();
        give(page);

        officer.open(GIFTS + "/new");
        assertThat(page.locator("#field-gifts-agreed")).containsText("本人可随时撤回同意");
        page.locator("#field-gifts-residentId input").fill(NUMBER);
        page.keyboard().press("Tab");
        assertThat(page.locator("#field-gifts-residentId")).containsText("每人每年只能领取一份：高温慰问（2024），2024-07-15");

        officer.open("/persons");
        field(page, "证件号码").fill(NUMBER);
        page.keyboard().press("Enter");
        assertThat(page.getByText("找到 1 人")).isVisible();
        firstRow(page).press("Enter");
        Locator content = page.locator("main#content");
        assertThat(content).containsText("领取慰问品");
        assertThat(content).containsText("已登记");
        assertThat(content).containsText("个人参加项目");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("同意书内容"))
                .click();
        assertThat(content).containsText("年度关闭满保存年数后匿名化");
        officer.settle().screenshot("person-parts");
        officer.requireAccessible().requireNoSidewaysScrolling();
        String address = URI.create(page.url()).getPath();

        button(page, "个人信息副本（供本人）").click();
        dialog(page).locator("vaadin-text-area textarea").fill("本人申请");
        Download copy = page.waitForDownload(
                () -> dialog(page).locator("vaadin-button[theme~=primary]").click());
        assertEquals("个人信息副本.xlsx", copy.suggestedFilename());
        assertTrue(Sheet.read(copy.path()).toString().contains(NUMBER));

        phone.login("demo-second-level-officer").open(address);
        assertThat(phone.page().locator("main#content")).containsText("领取慰问品");
        phone.settle().screenshot("person-parts-phone");
        phone.requireAccessible().requireNoSidewaysScrolling();
    }
}
