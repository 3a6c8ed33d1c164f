package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Site;
import org.shishi.testbed.process.ShishiProcess;

/** A programme is exchanged, joined by next year's, taken away and put back under people's eyes. */
@BrowserTest(ProgrammesComeAndGoIT.OwnProduct.class)
@ExtendWith(Patience.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProgrammesComeAndGoIT {

    /** Programmes come and go in it: nobody else's tests should see that. */
    public static final class OwnProduct implements Site {

        private static final ShishiProcess PROCESS =
                ShishiProcess.product().demo().start();

        /** Where jars are dropped. */
        static Path plugins() {
            return PROCESS.plugins();
        }

        @Override
        public java.net.URI baseUrl() {
            return PROCESS.baseUrl();
        }

        @Override
        public void close() {
            PROCESS.close();
        }
    }

    private static final String FORM = "/2024/break-room/rooms/new";

    @TempDir
    static Path folder;

    private static OtherVersions jar;
    private static Path dropped;

    @BeforeAll
    static void find() throws IOException {
        try (var files = Files.list(OwnProduct.PROCESS.plugins())) {
            dropped = files.filter(file -> file.getFileName().toString().matches("break-room.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        jar = new OtherVersions(Files.copy(dropped, folder.resolve("original.jar")));
    }

    @Test
    @Order(1)
    void what_is_typed_stays_while_the_programme_is_exchanged(Desk officer) throws IOException {
        Page page = officer.login("demo-second-level-officer").open(FORM).page();
        typed(page, "name", "更新前填写的休息室");
        typed(page, "areaM2", "二十平方");
        typed(page, "street", "只输入了一半");

        jar.version("2024.1.1", dropped);

        Locator banner = page.locator(".draft-back");
        assertThat(banner).containsText("已放回表单，尚未保存");
        assertThat(field(page, "name")).hasValue("更新前填写的休息室");
        assertThat(field(page, "areaM2")).hasValue("二十平方");
        assertThat(field(page, "street")).hasValue("只输入了一半");
        assertThat(page).hasURL(Pattern.compile("/rooms/new$"));
        officer.settle().screenshot("draft kept");
        officer.requireAccessible();
    }

    @Test
    @Order(2)
    void next_years_is_uploaded_with_a_plan_and_stands_in_the_menu(Desk admin, Desk officer) throws IOException {
        officer.login("demo-second-level-officer").open("/2024/break-room");
        Page page = admin.login("demo-platform-admin").open("/admin/programmes").page();

        upload(page, jar.version("2025.1.0", folder.resolve("next-year.jar")));
        Locator plan = page.locator("vaadin-dialog[opened]");
        assertThat(plan).containsText("安装 “职工工间休息室”2025 年度（版本 2025.1.0）");
        assertThat(plan).containsText("只影响该项目自身");
        assertThat(plan).containsText("数据表结构将升级");
        admin.settle().screenshot("plan of an installation");
        plan.getByText("安装", new Locator.GetByTextOptions().setExact(true)).click();

        Locator card = card(page, "2025");
        assertThat(card).containsText("运行中");
        officer.open("/2025/break-room");
        assertThat(heading(officer.page())).containsText("职工工间休息室");
        officer.open("/2024/break-room");
        assertThat(heading(officer.page())).containsText("职工工间休息室");
    }

    @Test
    @Order(3)
    void taken_away_its_visitors_land_on_the_offline_page_and_come_back(Desk admin, Desk officer, Desk neighbour)
            throws IOException {
        officer.login("demo-second-level-officer").open("/2025/break-room");
        neighbour.login("demo-second-level-officer").open("/2024/break-room");
        Page page = admin.login("demo-platform-admin").open("/admin/programmes").page();

        card(page, "2025").getByText("卸载").click();
        Locator plan = page.locator("vaadin-dialog[opened]");
        assertThat(plan).containsText("1 个页面正在使用此项目");
        assertThat(plan).containsText("org.shishi.programme.breakroom 2025.1.0");
        plan.getByText("卸载，保留数据").click();

        assertThat(heading(officer.page())).containsText("暂停服务");
        assertThat(officer.page()).hasURL(Pattern.compile("/2025/break-room$"));
        officer.settle().screenshot("offline");
        officer.requireAccessible();
        assertThat(heading(neighbour.page())).containsText("职工工间休息室");
        assertThat(card(page, "2025")).containsText("已卸载，数据保留");

        upload(page, jar.version("2025.1.1", folder.resolve("back.jar")));
        page.locator("vaadin-dialog[opened]")
                .getByText("安装", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(heading(officer.page())).containsText("职工工间休息室");
        assertThat(officer.page()).hasURL(Pattern.compile("/2025/break-room$"));
    }

    @Test
    @Order(4)
    void a_jar_that_is_no_programme_is_refused_on_the_page(Desk admin) throws IOException {
        Page page = admin.login("demo-platform-admin").open("/admin/programmes").page();

        upload(page, Files.writeString(folder.resolve("nonsense.jar"), "no jar"));

        Locator plan = page.locator("vaadin-dialog[opened]");
        assertThat(plan).containsText("不能安装 此文件");
        assertThat(plan).containsText("文件已损坏或不完整");
        admin.settle().screenshot("refused");
        admin.requireAccessible();
    }

    private static Locator card(Page page, String year) {
        return page.locator(".programme-card").filter(new Locator.FilterOptions().setHasText("（" + year));
    }

    private static void upload(Page page, Path jar) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(jar);
    }

    private static Locator field(Page page, String name) {
        return page.locator("#field-rooms-" + name + " input");
    }

    /** As a person types, without leaving the field afterwards; waits until the server has heard of it. */
    private static void typed(Page page, String name, String text) {
        field(page, name).click();
        page.waitForResponse(response -> response.url().contains("v-r=uidl"), () -> page.keyboard()
                .insertText(text));
    }
}
