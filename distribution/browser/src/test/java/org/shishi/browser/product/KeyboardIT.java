package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.field;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;
import static org.shishi.browser.product.PageParts.menu;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;
import org.shishi.browser.Keyboard;

/** Somebody without a mouse signs in, finds a record and hands it in. */
@BrowserTest
@ExtendWith(Patience.class)
class KeyboardIT {

    private static final String WHERE =
            """
            () => { let e = document.activeElement;
              while (e && e.shadowRoot && e.shadowRoot.activeElement) { e = e.shadowRoot.activeElement; }
              if (!e || e === document.body) { return null; }
              const r = e.getBoundingClientRect();
              return [r.x, r.y, r.width, r.height]; }""";

    @Test
    void from_sign_in_to_a_step_without_a_mouse(Desk officer) {
        Page page = officer.page();
        Keyboard keys = officer.keyboard();
        officer.open("/login");
        keys.tabTo(page.locator("input[name=username]")).type("demo-second-level-officer");
        keys.tabTo(page.locator("input[name=password]"))
                .type(Desk.DEMO_PASSWORD)
                .press("Enter");
        assertThat(heading(page)).containsText("好，");
        officer.settle();

        skip(page, keys);
        everyStopIsSeen(page, keys);
        // Backwards one meets the button first that shows what is in the group.
        keys.shiftTabTo(menu(page, "职工工间休息室")).press("Enter");
        assertThat(menu(page, "休息室")).isVisible();
        keys.tabTo(menu(page, "休息室")).press("Enter");
        assertThat(heading(page)).hasText("休息室");
        officer.settle();
        filter(officer);
        open(officer);
        act(officer);
    }

    /** The first stop of a page leads past header and menu. */
    private static void skip(Page page, Keyboard keys) {
        page.reload();
        assertThat(heading(page)).isVisible();
        Locator skip = link(page, "跳到主要内容");
        keys.press("Tab");
        assertTrue(keys.isFocused(skip), keys.focused());
        assertThat(skip).isInViewport();
        keys.press("Enter");
        keys.press("Tab");
        assertTrue(keys.isFocused(page.locator("main#content")), keys.focused());
    }

    /** What has the focus looks other than without it. */
    private static void everyStopIsSeen(Page page, Keyboard keys) {
        page.keyboard().press("Home");
        for (int stop = 0; stop < 12; stop++) {
            Object where = page.evaluate(WHERE);
            if (where instanceof java.util.List<?> box && ((Number) box.get(2)).doubleValue() > 1) {
                String what = keys.focused();
                byte[] focused = look(page, box);
                page.evaluate("() => { let e = document.activeElement; while (e && e.shadowRoot"
                        + " && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;"
                        + " window.lastFocused = e; e.blur(); }");
                assertFalse(Arrays.equals(focused, look(page, box)), "the focus is not seen on " + what);
                page.evaluate("() => window.lastFocused.focus()");
            }
            keys.press("Tab");
        }
    }

    private static byte[] look(Page page, java.util.List<?> box) {
        double x = Math.max(0, ((Number) box.get(0)).doubleValue() - 6);
        double y = Math.max(0, ((Number) box.get(1)).doubleValue() - 6);
        return page.screenshot(new Page.ScreenshotOptions()
                .setClip(x, y, ((Number) box.get(2)).doubleValue() + 12, ((Number) box.get(3)).doubleValue() + 12));
    }

    private static void filter(Desk officer) {
        Page page = officer.page();
        Keyboard keys = officer.keyboard();
        keys.tabTo(field(page, "状态")).type("草稿");
        assertThat(page.locator("vaadin-multi-select-combo-box-item:visible")).hasText("草稿");
        keys.press("ArrowDown").press("Enter").press("Escape");
        assertThat(page.locator("vaadin-multi-select-combo-box-chip")
                        .filter(new Locator.FilterOptions().setHasText("草稿")))
                .isVisible();
        keys.tabTo(button(page, "查询")).press("Enter");
        assertThat(page).hasURL(Pattern.compile("status=DRAFT"));
        officer.settle();
    }

    private static void open(Desk officer) {
        Page page = officer.page();
        Keyboard keys = officer.keyboard();
        Locator grid = page.locator("vaadin-grid");
        assertThat(grid.locator("a").first()).isVisible();
        keys.tabTo(grid);
        Locator room = grid.locator("a").first();
        // In a grid the arrows go from cell to cell, Enter goes into one.
        keys.press("Tab").press("ArrowRight").press("Enter");
        assertTrue(keys.isFocused(room), keys.focused());
        keys.press("Enter");
        assertThat(page).hasURL(Pattern.compile("/rooms/[0-9a-f-]{36}$"));
        officer.settle();
    }

    private static void act(Desk officer) {
        Page page = officer.page();
        Keyboard keys = officer.keyboard();
        Locator submit =
                page.locator(".action-bar vaadin-button").filter(new Locator.FilterOptions().setHasText("提交申报"));
        keys.tabTo(submit).press("Enter");
        Locator confirm = dialogButton(page, "提交申报");
        assertThat(confirm).isVisible();
        officer.settle();
        for (int i = 0; i < 6; i++) {
            keys.press("Tab");
            assertTrue(keys.isFocused(dialog(page)), "the focus stays in the dialog: " + keys.focused());
        }
        keys.press("Escape");
        assertThat(dialog(page)).hasCount(0);
        assertTrue(keys.isFocused(submit), "the focus returns: " + keys.focused());
        keys.press("Enter");
        assertThat(confirm).isVisible();
        officer.settle();
        keys.tabTo(confirm).press("Enter");
        assertThat(page.locator(".detail-title .status")).hasText("已申报");
    }
}
