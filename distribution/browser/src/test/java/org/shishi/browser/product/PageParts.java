package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.shishi.browser.Desk;

/** What pages of the product have in common, as a person finds it. */
final class PageParts {

    private PageParts() {}

    /** What the page is. */
    static Locator heading(Page page) {
        return page.locator("main#content h1");
    }

    /** An entry of the main menu, by its words alone; that of a programme holds those of its pages. */
    static Locator menu(Page page, String text) {
        return page.locator("vaadin-side-nav-item")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + text + "(\\s|\\d|$)")))
                .first();
    }

    /** The link of the first row of a list. */
    static Locator firstRow(Page page) {
        return page.locator("vaadin-grid a:visible").first();
    }

    /** A button or a link that looks like one. */
    static Locator button(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    static Locator link(Page page, String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** The dialog that is open: to find things in; itself it counts as hidden. */
    static Locator dialog(Page page) {
        return page.locator("vaadin-dialog[opened]");
    }

    static Locator dialogButton(Page page, String text) {
        return dialog(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(text).setExact(true));
    }

    /** An input by what stands above it. */
    static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Opens a list of choices and takes one. */
    static void choose(Page page, String label, String option) {
        field(page, label).click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    /** The same in a box that is typed into. */
    static void chooseByTyping(Page page, String label, String text, String option) {
        field(page, label).fill(text);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    /** What pops up when something was done. */
    static Locator notice(Page page, String text) {
        return page.locator("vaadin-notification-card")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** By the user menu, to the login page. */
    static void signOut(Desk somebody) {
        Page page = somebody.page();
        page.locator(".user-menu vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("退出登录"))
                .click();
        assertThat(page.getByText("您已退出登录。")).isVisible();
        somebody.settle();
    }
}
