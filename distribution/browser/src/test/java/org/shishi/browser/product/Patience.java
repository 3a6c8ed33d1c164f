package org.shishi.browser.product;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The product on a busy machine takes its time; a test waits for what is to be seen, and no longer. */
final class Patience implements BeforeAllCallback {

    static final int MILLIS = 30_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS);
    }
}
