package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;
import static org.shishi.browser.product.RecordSteps.refused;
import static org.shishi.browser.product.RecordSteps.state;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Phone;

/** Rooms that wait for review, between the people of an office: signed first, passed on, taken back, sent back, many at once. */
@BrowserTest
@ExtendWith(Patience.class)
class TeamworkIT {

    private static final String SIGN_FIRST = "会签（前加签）";

    private final String colleague = "同事" + System.nanoTime();
    private String name;
    private String room;

    @Test
    void in_the_hands_of_several(Desk boss, Desk approver, Desk second, Desk city, @Phone Desk phone) {
        String account = "second-" + System.nanoTime();
        String once = new Admin(boss).create(account, colleague, "区局审核");
        second.login(account, once);
        replacePassword(second, once);
        approver.login("demo-second-level-approver");
        city.login("demo-city-approver");

        pick(approver, city);
        countersign(approver, second);
        passOn(approver, second, city);
        takeBack(approver, second);
        batch(city);
        sendBack(city);
        home(approver);
        onThePhone(phone);
    }

    private static void replacePassword(Desk desk, String once) {
        Page page = desk.page();
        String fresh = "下雨 收衣 四件 晾好";
        field(page, "当前密码").fill(once);
        field(page, "新密码").fill(fresh);
        field(page, "再次输入新密码").fill(fresh);
        button(page, "保存新密码").click();
        assertThat(heading(page)).containsText("同事");
        desk.settle();
    }

    /** A room of the demonstration that waits for the district's review, of a name for which nothing waits at the city. */
    private void pick(Desk desk, Desk city) {
        Page page = desk.page();
        room = WaitingRooms.of(desk)
                .filter(one -> {
                    name = heading(page).innerText().strip();
                    return !waits(city);
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("for every name something waits at the city"));
        assertThat(link(page, "谁能看到")).hasCount(0);
    }

    private boolean waits(Desk city) {
        city.open("/todo?q=" + encoded(name));
        assertThat(city.page().locator(".query-bar")).isVisible();
        city.settle();
        return city.page().locator("vaadin-grid a:visible").count() > 0;
    }

    private void countersign(Desk approver, Desk second) {
        Page page = approver.page();
        button(page, SIGN_FIRST).click();
        name(page);
        approver.screenshot("who shall sign");
        approver.requireAccessible();
        dialogButton(page, SIGN_FIRST).click();
        assertThat(page.locator(".team-round")).containsText("0/1 人已同意");
        approver.settle().screenshot("signatures asked for");
        approver.requireAccessible().requireNoSidewaysScrolling();
        refused(approver, "审核通过", "会签尚未完成");

        Page other = second.page();
        second.open("/todo?q=" + encoded(name));
        assertThat(other.locator("vaadin-grid")).containsText("签署意见");
        second.settle().screenshot("to sign");
        open(second);
        button(other, "不同意").click();
        dialogButton(other, "不同意").click();
        assertThat(dialog(other).getByText("请填写理由").first()).isVisible();
        dialogButton(other, "取消").click();
        button(other, "同意").click();
        dialog(other).getByLabel("理由").fill("现场看过");
        dialogButton(other, "同意").click();
        assertThat(other.locator(".team-round")).hasCount(0);
        assertThat(other.locator(".detail-side")).containsText("会签同意");
        refused(second, "审核通过", "经办与审核须由不同人员承担");
    }

    /** Taken over, then given to the colleague: he signed, so he may not; another room shows it. */
    private void passOn(Desk approver, Desk second, Desk city) {
        step(approver, "审核通过", "区局已审核");
        button(approver.page(), "撤回上一步").click();
        dialogButton(approver.page(), "撤回上一步").click();
        assertThat(state(approver.page())).hasText("待审核");
        step(approver, "审核通过", "区局已审核");

        String signed = room;
        String title = name;
        pick(approver, city);
        Page page = approver.page();
        signedAfter(approver);
        copy(approver, second);
        button(page, "转办").click();
        dialog(page).locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(colleague))
                .click();
        dialog(page).getByLabel("说明").fill("请代为审核");
        dialogButton(page, "转办").click();
        assertThat(page.locator(".team-waiting")).containsText(colleague);
        refused(approver, "审核通过", "已转给" + colleague + "办理");
        approver.open("/todo?view=unit&q=" + encoded(name));
        assertThat(page.locator("vaadin-grid")).containsText(colleague);
        approver.settle().screenshot("the unit's to-do list");
        approver.requireAccessible().requireNoSidewaysScrolling();
        step(second, "审核通过", "区局已审核");
        room = signed;
        name = title;
    }

    /** Decided, and taken back before anybody has signed. */
    private void signedAfter(Desk approver) {
        Page page = approver.page();
        button(page, "后加签").click();
        name(page);
        approver.settle().screenshot("decided and who shall sign");
        approver.requireAccessible();
        dialogButton(page, "后加签").click();
        assertThat(page.locator(".team-round")).containsText("已决定“审核通过”，待加签：0/1 人已同意");
        assertThat(state(page)).hasText("待审核");
        button(page, "撤回上一步").click();
        dialogButton(page, "撤回上一步").click();
        assertThat(page.locator(".team-round")).hasCount(0);
    }

    private void copy(Desk approver, Desk second) {
        Page page = approver.page();
        button(page, "抄送").click();
        name(page);
        dialogButton(page, "抄送").click();
        assertThat(page.locator(".detail-side")).containsText("抄送");
        second.open("/todo?view=copied");
        assertThat(second.page().locator("vaadin-grid")).containsText(name);
        second.settle().screenshot("copied to me");
        second.requireAccessible().requireNoSidewaysScrolling();
        open(second);
        second.open("/todo?view=copied");
        assertThat(second.page().locator(".empty-state:visible").first()).isVisible();
    }

    /** Until somebody acted; nudging is no act. */
    private void takeBack(Desk approver, Desk second) {
        open(approver);
        Page page = approver.page();
        button(page, "催办").click();
        dialogButton(page, "催办").click();
        assertThat(page.locator(".detail-side")).containsText("催办");
        assertThat(button(page, "催办")).hasCount(0);
        assertThat(button(page, "撤回上一步")).hasCount(1);
        open(second);
        assertThat(button(second.page(), "撤回上一步")).hasCount(0);
    }

    private void batch(Desk city) {
        Page page = city.page();
        open(city);
        button(page, SIGN_FIRST).click();
        Locator people = dialog(page).getByRole(AriaRole.COMBOBOX);
        people.click();
        page.locator("vaadin-multi-select-combo-box-item:visible").first().click();
        people.press("Escape");
        dialogButton(page, SIGN_FIRST).click();
        assertThat(page.locator(".team-round")).isVisible();
        tick(city);
        assertThat(page.locator("body")).containsText("已办理 0 项，跳过 1 项");
        assertThat(page.locator(".batch-skipped")).containsText("会签尚未完成");
        city.settle().screenshot("skipped with its reason");
        city.requireAccessible().requireNoSidewaysScrolling();

        open(city);
        button(page, "撤回上一步").click();
        dialogButton(page, "撤回上一步").click();
        assertThat(page.locator(".team-round")).hasCount(0);
        tick(city);
        assertThat(page.locator("body")).containsText("已办理 1 项，跳过 0 项");
        open(city);
        assertThat(state(page)).hasText("市总已复核");
        button(page, "撤回上一步").click();
        dialogButton(page, "撤回上一步").click();
        assertThat(state(page)).hasText("区局已审核");
    }

    private void tick(Desk city) {
        Page page = city.page();
        city.open("/todo?q=" + encoded(name));
        assertThat(page.locator("vaadin-grid")).containsText(name);
        page.locator("vaadin-grid vaadin-checkbox").first().click();
        assertThat(page.locator(".batch-bar")).containsText("已选 1 项");
        city.settle().screenshot("one step for many");
        city.requireAccessible();
        button(page, "复核通过").click();
        dialogButton(page, "复核通过").click();
        assertThat(page).hasURL(Pattern.compile("/todo/batches/"));
        city.settle();
    }

    private void sendBack(Desk city) {
        Page page = city.page();
        button(page, "退回到…").click();
        dialog(page).getByLabel("理由").fill("平面图不清楚");
        city.screenshot("to which step");
        city.requireAccessible();
        dialogButton(page, "退回到…").click();
        assertThat(state(page)).hasText("待审核");
        assertThat(page.locator(".detail-side")).containsText("平面图不清楚");
        city.settle().screenshot("sent back");
    }

    /** The numbers lead to the list of what they count. */
    private void home(Desk approver) {
        approver.open("/");
        Page page = approver.page();
        Locator returned = page.locator("a.tile").filter(new Locator.FilterOptions().setHasText("退回给我"));
        assertThat(returned).not().hasText(Pattern.compile("^0"));
        approver.settle().screenshot("home");
        approver.requireAccessible().requireNoSidewaysScrolling();
        returned.click();
        assertThat(page).hasURL(Pattern.compile("/todo\\?show=returned$"));
        assertThat(page.locator("vaadin-grid")).containsText(name);
        assertThat(link(page, "本单位待办")).isVisible();
    }

    private void onThePhone(Desk phone) {
        phone.login("demo-second-level-approver");
        open(phone);
        assertThat(phone.page().locator(".team")).isVisible();
        phone.page().locator(".team").scrollIntoViewIfNeeded();
        phone.settle().screenshot("on the phone a record");
        phone.requireAccessible().requireNoSidewaysScrolling();
        phone.open("/todo?show=returned");
        assertThat(phone.page().locator(".row-card").first()).isVisible();
        phone.settle().screenshot("on the phone what was returned");
        phone.requireAccessible().requireNoSidewaysScrolling();
    }

    private void name(Page page) {
        Locator people = dialog(page).getByRole(AriaRole.COMBOBOX);
        people.fill(colleague);
        page.locator("vaadin-multi-select-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(colleague))
                .first()
                .click();
        people.press("Escape");
    }

    private void open(Desk desk) {
        desk.open(room);
        assertThat(heading(desk.page())).hasText(name);
    }

    private void step(Desk desk, String action, String reached) {
        open(desk);
        RecordSteps.step(desk, action, reached);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
