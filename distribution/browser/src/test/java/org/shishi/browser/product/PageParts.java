package org.shishi.browser.product;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What pages of the product have in common, as a person finds it. */
final class PageParts {

    private PageParts() {}

    /** What the page is. */
    static Locator heading(Page page) {
        return page.locator("main#content h1");
    }

    /** An entry of the main menu. */
    static Locator menu(Page page, String text) {
        return page.locator("vaadin-side-nav-item")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last();
    }

    /** The link of the first row of a list. */
    static Locator firstRow(Page page) {
        return page.locator("vaadin-grid a:visible").first();
    }
}
