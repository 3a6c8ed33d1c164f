package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialog;
import static org.shishi.browser.product.PageParts.dialogButton;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.shishi.browser.Desk;

/** Steps of a record's workflow, on the record's page. */
final class RecordSteps {

    private RecordSteps() {}

    static void step(Desk desk, String action, String reached) {
        ask(desk.page(), action);
        assertThat(state(desk.page())).hasText(reached);
        desk.settle();
    }

    /** The dialog stays open and says why. */
    static void refused(Desk desk, String action, String why) {
        Page page = desk.page();
        ask(page, action);
        assertThat(dialog(page).getByText(why)).isVisible();
        desk.settle().screenshot("refused " + action);
        dialogButton(page, "取消").click();
        assertThat(dialog(page)).hasCount(0);
    }

    private static void ask(Page page, String action) {
        button(page, action).click();
        dialogButton(page, action).click();
    }

    static Locator state(Page page) {
        return page.locator(".detail-title .status");
    }
}
