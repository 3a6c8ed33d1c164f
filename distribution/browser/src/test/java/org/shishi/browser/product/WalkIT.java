package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.choose;
import static org.shishi.browser.product.PageParts.chooseByTyping;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;
import static org.shishi.browser.product.PageParts.notice;
import static org.shishi.browser.product.RecordSteps.refused;
import static org.shishi.browser.product.RecordSteps.state;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** A break room from draft to plaque, through the hands of six people, each at a browser of their own. */
@BrowserTest
@ExtendWith(Patience.class)
class WalkIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final FilePayload PLAN =
            new FilePayload("设计方案.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    private final String name = "测试休息室" + System.nanoTime();
    private String room;

    @Test
    void from_draft_to_plaque(
            Desk boss, Desk grassroots, Desk officer, Desk bothHats, Desk approver, Desk city, Desk inspector) {
        String both = "both-hats-" + System.nanoTime();
        String once = new Admin(boss).create(both, "身兼两职", "区局经办", "区局审核");
        bothHats.login(both, once);
        replacePassword(bothHats, once);
        grassroots.login("demo-grassroots-officer");
        officer.login("demo-second-level-officer");
        approver.login("demo-second-level-approver");
        city.login("demo-city-approver");
        inspector.login("demo-inspector");

        draft(grassroots);
        sheet(officer);
        step(bothHats, "提交申报", "已申报");
        consult(grassroots);
        plan(grassroots, officer);
        step(grassroots, "开始建设", "建设改造中");
        selfCheck(grassroots);
        ownWork(bothHats);
        sendBack(approver);
        mend(grassroots);
        open(approver);
        assertThat(approver.page().getByText("退回后已修改")).hasCount(1);
        step(approver, "审核通过", "区局已审核");
        step(city, "复核通过", "市总已复核");
        step(city, "准予挂牌", "已挂牌");
        timeline(inspector);
    }

    private static void replacePassword(Desk desk, String once) {
        Page page = desk.page();
        String fresh = "晴天 带伞 三把 送人";
        field(page, "当前密码").fill(once);
        field(page, "新密码").fill(fresh);
        field(page, "再次输入新密码").fill(fresh);
        button(page, "保存新密码").click();
        assertThat(heading(page)).containsText("身兼两职");
        desk.settle();
    }

    /** What is missing is said all at once, what was typed stays. */
    private void draft(Desk desk) {
        Page page = desk.page();
        desk.open(ROOMS + "/new");
        field(page, "休息室名称").fill(name);
        chooseByTyping(page, "行政区", "浦东", "浦东新区");
        field(page, "具体门牌号（**路**弄**号**室）").fill("测试路" + System.nanoTime() % 10_000 + "号");
        field(page, "点位联系人").fill("测试联系人");
        field(page, "手机号码").fill("12");
        field(page, "休息室所属单位").fill("测试单位");
        field(page, "面积(m²)").fill("20.5");
        field(page, "提供设施及服务").fill("空调、冰箱");
        field(page, "覆盖企业（单位）数").fill("2");
        field(page, "计划投入资金(元)").fill("10000");
        choose(page, "建设/改善", "建设");
        choose(page, "服务对象类别", "公共服务行业");
        page.getByLabel("相对私密、固定的独立区域").getByText("是").click();
        page.getByLabel("通风照明良好").getByText("是").click();
        button(page, "保存").click();
        Locator errors = page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("处需要修改"));
        assertThat(errors).containsText("街镇");
        assertThat(errors).containsText("手机号码");
        assertThat(field(page, "休息室名称")).hasValue(name);
        desk.settle().screenshot("draft with errors");
        desk.requireAccessible();
        field(page, "街镇").fill("测试街道");
        field(page, "手机号码").fill("１３９０００００００１");
        button(page, "保存").click();
        assertThat(page).hasURL(Pattern.compile("/rooms/[0-9a-f-]{36}$"));
        room = page.url().replaceAll(".*/", "");
        assertThat(heading(page)).hasText(name);
        assertThat(state(page)).hasText("草稿");
    }

    /** The head of the form that the room will be part of: its contact is the second level's to keep right. */
    private void sheet(Desk desk) {
        Page page = desk.page();
        desk.open("/2024/break-room/sheets");
        PageParts.firstRow(page).click();
        link(page, "修改").click();
        field(page, "备注（其他需说明事项）").fill("第二批");
        button(page, "保存").click();
        assertThat(page.getByText("第二批").first()).isVisible();
    }

    private void consult(Desk desk) {
        Page page = desk.page();
        open(desk);
        refused(desk, "确认已征求意见", "请先登记征求意见记录");
        button(page, "登记征求意见记录").click();
        choose(page, "方式", "职代会");
        date(page, "日期");
        dialog(page).getByLabel("情况摘要").fill("职代会讨论通过");
        desk.screenshot("consultation");
        dialogButton(page, "保存").click();
        assertThat(notice(page, "已登记征求意见记录")).isVisible();
        step(desk, "确认已征求意见", "已征求意见");
    }

    private void plan(Desk owner, Desk officer) {
        open(officer);
        refused(officer, "确认方案", "请先上传设计方案");
        open(owner);
        Page page = owner.page();
        Locator plans = page.locator(".attachment-kind")
                .filter(new Locator.FilterOptions().setHasText("设计方案"))
                .first();
        plans.locator("input[type=file]").setInputFiles(PLAN);
        assertThat(plans.getByText("设计方案.pdf").first()).isVisible();
        step(officer, "确认方案", "方案已定");
    }

    private void selfCheck(Desk desk) {
        Page page = desk.page();
        open(desk);
        refused(desk, "完工自查", "六字诀检查缺项");
        link(page, "开始检查").click();
        for (String point : List.of("制度明", "标识亮", "服务精", "环境美", "设施全", "效能佳")) {
            page.locator(".tip")
                    .filter(new Locator.FilterOptions().setHasText(point))
                    .click();
        }
        button(page, "保存检查").click();
        assertThat(notice(page, "检查已保存")).isVisible();
        step(desk, "完工自查", "待审核");
    }

    /** Who handed it in may not approve it, whatever else they may. */
    private void ownWork(Desk desk) {
        open(desk);
        refused(desk, "审核通过", "经办与审核须由不同人员承担");
    }

    private void sendBack(Desk desk) {
        Page page = desk.page();
        open(desk);
        button(page, "退回整改").click();
        Locator asked = dialog(page);
        dialogButton(page, "退回整改").click();
        assertThat(asked.getByText("请填写理由").first()).isVisible();
        asked.getByLabel("理由").fill("面积与图纸不符");
        dialogButton(page, "指出一项问题").click();
        choose(page, "项目", "面积(m²)");
        asked.getByLabel("问题").last().fill("图纸为 28 平方米");
        desk.screenshot("return with a remark");
        desk.requireAccessible();
        dialogButton(page, "退回整改").click();
        assertThat(state(page)).hasText("建设改造中");
    }

    /** Only what was remarked upon can be mended. */
    private void mend(Desk desk) {
        Page page = desk.page();
        open(desk);
        assertThat(page.locator(".open-remarks")).containsText("图纸为 28 平方米");
        desk.screenshot("returned");
        desk.requireAccessible();
        link(page, "去修改").click();
        assertThat(field(page, "休息室名称")).hasAttribute("readonly", "");
        field(page, "面积(m²)").fill("28");
        button(page, "保存").click();
        assertThat(page).hasURL(Pattern.compile(room + "$"));
        step(desk, "完工自查", "待审核");
    }

    private void timeline(Desk desk) {
        Page page = desk.page();
        open(desk);
        Locator story = page.locator(".detail-side");
        for (String done : List.of("提交申报", "确认已征求意见", "退回整改", "审核通过", "复核通过", "准予挂牌")) {
            assertThat(story.getByText(done).first()).isVisible();
        }
        assertThat(story).containsText("面积与图纸不符");
        desk.settle().screenshot("plaque");
        desk.requireAccessible().requireNoSidewaysScrolling();
    }

    private void open(Desk desk) {
        desk.open(ROOMS + "/" + room);
        assertThat(heading(desk.page())).hasText(name);
    }

    private void step(Desk desk, String action, String reached) {
        open(desk);
        RecordSteps.step(desk, action, reached);
    }

    private static void date(Page page, String label) {
        Locator input = dialog(page).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        input.fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        input.press("Enter");
    }
}
