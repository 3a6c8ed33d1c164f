package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.DemoProduct;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;
import org.shishi.browser.module.RestDoor;

/** Who owes what by when, with unions that owe: calendar, plan of reminders, list, month, ranking, and the job that reminds. */
@BrowserTest
@ExtendWith(Patience.class)
class DeadlinesIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    /** A Wednesday in two to three weeks: the week before it lies ahead as a whole. */
    private static final LocalDate DUE = TODAY.plusDays(14).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));

    private static final LocalDate WEEK_BEFORE = DUE.minusDays(7);
    private static final String OWED = "年职工工间休息室申报汇总表";
    private static final String JOB = "申报截止提醒";

    private final RestDoor officer = new RestDoor(new DemoProduct().baseUrl(), "demo-city-officer");
    private final RestDoor approver = new RestDoor(new DemoProduct().baseUrl(), "demo-city-approver");

    @Test
    void from_the_calendar_to_who_is_late(Desk admin, Desk city, @Phone Desk phone) {
        admin.login("demo-platform-admin");
        city.login("demo-city-officer");
        phone.login("demo-city-officer");
        badCalendar(admin);
        calendar(admin, DUE.getYear() + 1, null);
        calendar(admin, DUE.getYear(), null);

        due(DUE);
        run(admin);
        both(city, phone, "plan", "/deadlines?view=plan");
        assertThat(city.page().locator("vaadin-grid")).containsText(WEEK_BEFORE.toString());
        assertThat(city.page().locator("vaadin-grid")).containsText("上海市总工会");
        both(city, phone, "list", "/deadlines");
        assertThat(city.page().locator("vaadin-grid")).containsText(OWED);
        both(
                city,
                phone,
                "month",
                "/deadlines?view=month&month=" + DUE.toString().substring(0, 7));
        assertThat(city.page().locator("table.month .month-line").first()).containsText(OWED);

        calendar(admin, DUE.getYear(), WEEK_BEFORE);
        city.open("/deadlines?view=plan");
        assertThat(city.page().locator("vaadin-grid")).not().containsText(WEEK_BEFORE + "");

        due(TODAY.minusDays(1));
        run(admin);
        city.open("/deadlines");
        city.page().locator("a.tile").nth(2).click();
        assertThat(city.page().locator("vaadin-grid")).containsText("逾期");
        both(city, phone, "who is late", "/deadlines?state=late");
        both(city, phone, "ranking", "/deadlines?view=ranking");
        assertThat(city.page().locator("vaadin-grid")).containsText("0.0%");
        history(admin);
    }

    /** How a person is told: one letter each morning, and by an address for calendar programs that can be ended. */
    @Test
    void how_one_is_told(Desk city) {
        city.login("demo-city-finance").open("/profile");
        Page page = city.page();
        field(page, "电子邮箱").fill("finance@example.invalid");
        field(page, "同时发送到邮箱").check();
        field(page, "每天早上合并为一封").check();
        button(page, "保存通知方式").click();
        assertThat(PageParts.notice(page, "通知方式已保存")).isVisible();
        city.open("/profile");
        assertThat(field(page, "每天早上合并为一封")).isChecked();
        assertThat(field(page, "电子邮箱")).hasValue("finance@example.invalid");

        button(page, "生成日历地址").click();
        assertThat(field(page, "日历地址")).isVisible();
        String address = field(page, "日历地址").inputValue();
        assertEquals(200, RestDoor.status(URI.create(address)));
        button(page, "重新生成").click();
        assertThat(field(page, "日历地址")).not().hasValue(address);
        assertEquals(404, RestDoor.status(URI.create(address)), "a new one ends the one before");
        String next = field(page, "日历地址").inputValue();
        city.settle().screenshot("how one is told");
        button(page, "停用").click();
        assertThat(button(page, "生成日历地址")).isVisible();
        assertEquals(404, RestDoor.status(URI.create(next)));
    }

    private void due(LocalDate day) {
        JsonObject draft = officer.post(
                "/editions/break-room/2024/revisions",
                Map.of(
                        "name",
                        "breakroom.applicationDeadline",
                        "value",
                        day.toString(),
                        "validFrom",
                        TODAY.toString(),
                        "reason",
                        "演示期限"));
        approver.post("/editions/revisions/" + draft.get("id").getAsString() + "/publish", Map.of());
    }

    private static void upload(Desk admin, int year, String... lines) {
        admin.open("/admin/calendars");
        String file = "date,kind,name\n" + String.join("\n", lines) + "\n";
        admin.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload("CN-" + year + ".csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    /** A weekday that is worked anyway, and a day that stands there twice: both are named, nothing is offered. */
    private static void badCalendar(Desk admin) {
        upload(admin, 2027, "2027-01-01,HOLIDAY,元旦", "2027-01-05,WORKDAY,周二", "2027-01-01,HOLIDAY,重复");
        assertThat(admin.page().locator(".error-summary li")).hasCount(2);
        assertThat(dialog(admin.page())).hasCount(0);
        admin.settle().screenshot("a bad calendar");
        admin.requireAccessible();
    }

    /** @param off a further day off; null: none */
    private static void calendar(Desk admin, int year, LocalDate off) {
        Page page = admin.page();
        upload(admin, year, year + "-01-01,HOLIDAY,元旦", off == null ? "" : off + ",HOLIDAY,测试假日");
        assertThat(dialogButton(page, "启用")).isVisible();
        if (off != null) {
            assertThat(dialog(page)).containsText("提醒发送日：职工工间休息室");
            admin.settle().screenshot("what a calendar moves");
            admin.requireAccessible();
        }
        dialogButton(page, "启用").click();
        assertThat(PageParts.notice(page, year + "年工作日历已启用")).isVisible();
        if (off != null) {
            assertThat(page.locator("main")).containsText(year + "年日历启用后已移动的日期");
            assertThat(page.locator("main")).containsText(off.toString());
            admin.settle().screenshot("what a calendar has moved");
            admin.requireAccessible().requireNoSidewaysScrolling();
        }
    }

    private static Locator card(Page page) {
        return page.locator(".job-card").filter(new Locator.FilterOptions().setHasText(JOB));
    }

    private static void run(Desk admin) {
        admin.open("/admin/jobs");
        Page page = admin.page();
        int before = runs(admin);
        button(page, "立即运行：" + JOB).click();
        assertThat(PageParts.notice(page, "已开始运行")).isVisible();
        page.waitForCondition(() -> runs(admin) > before);
    }

    /** As its history tells. */
    private static int runs(Desk admin) {
        Page page = admin.page();
        button(page, "运行记录：" + JOB).click();
        assertThat(dialogButton(page, "关闭")).isVisible();
        int runs = dialog(page).locator(".job-history > li").count();
        dialogButton(page, "关闭").click();
        assertThat(dialog(page)).hasCount(0);
        return runs;
    }

    private static void history(Desk admin) {
        Page page = admin.page();
        admin.open("/admin/jobs");
        assertThat(card(page)).containsText("随后");
        button(page, "运行记录：" + JOB).click();
        assertThat(dialog(page).locator(".job-history > li").first()).containsText("已发送");
        dialog(page).locator(".job-history summary").first().click();
        assertThat(dialog(page).locator(".job-history pre").first())
                .containsText(Pattern.compile("[1-9]\\d*家第二级工会未申报"));
        admin.settle().screenshot("what a job has done");
        admin.requireAccessible();
        dialogButton(page, "关闭").click();
        button(page, "暂停：" + JOB).click();
        assertThat(card(page)).containsText("已暂停");
        assertThat(card(page)).not().containsText("随后");
        button(page, "恢复：" + JOB).click();
        assertThat(card(page)).containsText("随后");
        admin.settle().screenshot("jobs");
    }

    private static void both(Desk city, Desk phone, String name, String path) {
        for (Desk desk : new Desk[] {city, phone}) {
            desk.open(path);
            assertThat(heading(desk.page())).isVisible();
            assertThat(desk.page().locator(".empty-state:visible")).hasCount(0);
            desk.settle().screenshot(name + (desk == phone ? " on the phone" : ""));
            desk.requireAccessible().requireNoSidewaysScrolling();
        }
    }
}
