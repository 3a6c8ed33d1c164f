package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.heading;

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
import org.shishi.browser.Keyboard;

/** What waits for an office, worked off without a mouse: signed first, passed on, taken back, many at once. */
@BrowserTest
@ExtendWith(Patience.class)
class KeyboardTeamIT {

    private static final String SIGN_FIRST = "会签（前加签）";
    private static final String BACK = "撤回上一步";

    private static final int MOST_PEOPLE = 50;

    private final String colleague = "键盘同事" + System.nanoTime();

    @Test
    void an_office_without_a_mouse(Desk boss, Desk approver) {
        new Admin(boss).create("keys-" + System.nanoTime(), colleague, "区局审核");
        approver.login("demo-second-level-approver");
        Page page = approver.page();
        WaitingRooms.of(approver).findFirst().orElseThrow();
        String name = heading(page).innerText().strip();
        countersign(approver);
        passOn(approver, colleague);
        // Back to whoever passed it on, who may take it in any case.
        passOn(approver, null);
        approver.open(batch(approver, name));
        takeBack(approver);
        assertThat(RecordSteps.state(page)).hasText("待审核");
    }

    private static void countersign(Desk approver) {
        Page page = approver.page();
        Keyboard keys = approver.keyboard();
        ask(approver, SIGN_FIRST);
        keys.press("Escape");
        assertThat(dialog(page)).hasCount(0);
        assertThat(button(page, SIGN_FIRST)).hasCount(1);
        assertTrue(keys.isFocused(button(page, SIGN_FIRST)), "the focus returns: " + keys.focused());
        ask(approver, SIGN_FIRST);
        Locator people = dialog(page).getByRole(AriaRole.COMBOBOX);
        keys.tabTo(people).press("ArrowDown");
        assertThat(page.locator("vaadin-multi-select-combo-box-item:visible").first())
                .isVisible();
        keys.press("ArrowDown").press("Enter").press("Escape");
        assertThat(dialog(page)).hasCount(1);
        confirm(approver, SIGN_FIRST);
        assertThat(page.locator(".team-round")).isVisible();
        takeBack(approver);
        assertThat(page.locator(".team-round")).hasCount(0);
    }

    /** @param to null: the first that is offered */
    private static void passOn(Desk approver, String to) {
        Page page = approver.page();
        Keyboard keys = approver.keyboard();
        ask(approver, "转办");
        Locator person = dialog(page).locator("vaadin-select");
        keys.tabTo(person).press("Enter");
        Locator chosen = page.locator("vaadin-select-item:focus");
        assertThat(chosen).isVisible();
        for (int i = 0; to != null && i < MOST_PEOPLE && !chosen.innerText().contains(to); i++) {
            keys.press("ArrowDown");
        }
        keys.press("Enter");
        assertThat(chosen).hasCount(0);
        keys.tabTo(dialog(page).getByLabel("说明")).type("请代为审核");
        confirm(approver, "转办");
        if (to != null) {
            assertThat(page.locator(".team-waiting")).containsText(to);
        }
    }

    private static void takeBack(Desk approver) {
        ask(approver, BACK);
        confirm(approver, BACK);
    }

    private static void ask(Desk desk, String action) {
        Page page = desk.page();
        // One: the dialog before has gone.
        assertThat(button(page, action)).hasCount(1);
        desk.keyboard().tabTo(button(page, action)).press("Enter");
        assertThat(dialogButton(page, action)).isVisible();
        desk.settle();
    }

    private static void confirm(Desk desk, String action) {
        desk.keyboard().tabTo(dialogButton(desk.page(), action)).press("Enter");
        assertThat(dialog(desk.page())).hasCount(0);
        desk.settle();
    }

    /** @return the address of the room that was ticked */
    private static String batch(Desk approver, String name) {
        Page page = approver.page();
        Keyboard keys = approver.keyboard();
        approver.open("/todo?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        Locator grid = page.locator("vaadin-grid");
        assertThat(grid).containsText(name);
        String ticked = "/" + PageParts.firstRow(page).getAttribute("href");
        keys.tabTo(grid).press("Tab").press("Space");
        Locator bar = page.locator(".batch-bar");
        assertThat(bar).containsText("已选 1 项");
        Locator approve = button(page, "审核通过");
        keys.shiftTabTo(approve).press("Enter");
        assertThat(dialogButton(page, "审核通过")).isVisible();
        approver.settle();
        keys.tabTo(dialogButton(page, "审核通过")).press("Enter");
        assertThat(page).hasURL(Pattern.compile("/todo/batches/"));
        assertThat(page.locator("body")).containsText("已办理 1 项，跳过 0 项");
        approver.settle();
        return ticked;
    }
}
