package org.shishi.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One person at a browser: a page with what tests of the product need around it. */
public final class Desk {

    /** The password of the demonstration accounts. */
    public static final String DEMO_PASSWORD = "shishi-demo";

    private static final String IDLE =
            """
            () => document.readyState === 'complete'
              && Object.values((window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients) || {})
                .every(client => !client.isActive || !client.isActive())
            """;

    /** What fades in has other colours on the way; what turns for ever is not waited for. */
    private static final String STILL =
            """
            () => document.getAnimations().every(moving => moving.playState !== 'running'
              || moving.effect.getComputedTiming().endTime === Infinity)
            """;

    private static final Pattern NO_FILE_NAME = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    private final BrowserContext window;
    private final Page page;
    private final URI baseUrl;
    private final Path screenshots;
    private final Complaints complaints;
    private final Keyboard keyboard;

    Desk(BrowserContext window, URI baseUrl, Path screenshots) {
        this.window = window;
        this.baseUrl = baseUrl;
        this.screenshots = screenshots;
        this.complaints = new Complaints(window);
        this.page = window.newPage();
        this.keyboard = new Keyboard(page);
    }

    public Page page() {
        return page;
    }

    public Keyboard keyboard() {
        return keyboard;
    }

    /** Goes to an address of the site, such as {@code /2024/break-room}, and waits until the page has settled. */
    public Desk open(String path) {
        page.navigate(baseUrl + path);
        return settle();
    }

    /** Logs in with the password of the demonstration accounts, and waits until the login page is left. */
    public Desk login(String account) {
        return login(account, DEMO_PASSWORD);
    }

    public Desk login(String account, String password) {
        open("/login");
        return signIn(account, password);
    }

    /** The same on the login page that one is at already, such as the one that an address has led to. */
    public Desk signIn(String account, String password) {
        typeCredentials(account, password);
        try {
            page.waitForURL(url -> !URI.create(url).getPath().startsWith("/login"));
        } catch (TimeoutError e) {
            throw new AssertionError(
                    account + " is not logged in; the page says: "
                            + page.locator("body").innerText(),
                    e);
        }
        return settle();
    }

    /** Fills in the login page and sends it; what comes of it is the test's to await. */
    public Desk typeCredentials(String account, String password) {
        page.locator("input[name=username]").fill(account);
        Locator secret = page.locator("input[name=password]");
        secret.fill(password);
        secret.press("Enter");
        return this;
    }

    /** Waits until the page is loaded and the server has answered all that the page has asked. */
    public Desk settle() {
        page.waitForFunction(IDLE);
        return this;
    }

    /** Writes what is to be seen to {@code target/screenshots/TestClass/name.png}. */
    public Path screenshot(String name) {
        Path file = screenshots.resolve(NO_FILE_NAME.matcher(name).replaceAll("-") + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
        return file;
    }

    /** Fails if axe-core has a serious or critical finding on this page. */
    public Desk requireAccessible() {
        settle();
        page.waitForFunction(STILL);
        List<String> findings = Accessibility.seriousFindings(page);
        if (!findings.isEmpty()) {
            throw new AssertionError(page.url() + " is not accessible:\n" + String.join("\n", findings));
        }
        return this;
    }

    /** Fails if the page is wider than the screen, so that one has to scroll sideways. */
    public Desk requireNoSidewaysScrolling() {
        Object excess =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) excess).intValue() > 0) {
            throw new AssertionError(page.url() + " is " + excess + " pixels wider than the screen");
        }
        return this;
    }

    /** This desk will cause a complaint (console error, exception, failed request) that matches; it must come. */
    public Desk expectComplaint(String regex) {
        complaints.expect(regex);
        return this;
    }

    /** This desk may cause such complaints. */
    public Desk allowComplaint(String regex) {
        complaints.allow(regex);
        return this;
    }

    List<String> unexpectedComplaints() {
        if (!page.isClosed()) {
            // Events are heard while one talks to the browser: talk once more, and until what was expected has come.
            page.title();
            awaitExpected();
        }
        return complaints.unexpected();
    }

    private void awaitExpected() {
        try {
            page.waitForCondition(complaints::complete);
        } catch (TimeoutError e) {
            // What has not come is named by the complaints.
        }
    }

    boolean isOpen() {
        return !page.isClosed();
    }

    void leave() {
        window.close();
    }
}
