package org.shishi.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shishi.browser.Chromium;
import org.shishi.testbed.process.ShishiProcess;

/** From a jar in the folder to what an open page shows. */
final class DeployBench implements Bench.Program {

    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final String WATCH =
            """
            () => {
              const has = () => !!document.querySelector('vaadin-side-nav-item[path*="2025/break-room"]');
              window.benchChanges = [];
              let before = has();
              const look = () => {
                const now = has();
                if (now !== before) { before = now; window.benchChanges.push(Date.now()); }
              };
              new MutationObserver(look).observe(document.body, {subtree: true, childList: true, attributes: true});
            }
            """;

    @Override
    public void run(Report report) throws Exception {
        report.title("A jar in plugins.d to the menu entry in an open page, " + ROUNDS + " times, H2");
        report.head("what", "median, ms", "fastest", "slowest");
        try (ShishiProcess shishi = ShishiProcess.product().demo().start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.ofThisMachine().executable())
                            .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            page.setDefaultTimeout(60_000);
            login(page, shishi);
            measure(page, shishi, report);
        }
    }

    private static void login(Page page, ShishiProcess shishi) {
        page.navigate(shishi.baseUrl() + "/login");
        page.locator("input[name=username]").fill(Stage.CITY);
        page.locator("input[name=password]").fill("shishi-demo");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate(shishi.baseUrl() + "/2025");
        page.waitForSelector("vaadin-side-nav-item");
    }

    private static void measure(Page page, ShishiProcess shishi, Report report) throws Exception {
        ProgrammeCopy programme = ProgrammeCopy.of(shishi.plugins());
        Path target = shishi.plugins().resolve("bench-2025.jar");
        Door door = Door.as(shishi, Stage.CITY);
        double[] come = new double[ROUNDS];
        double[] update = new double[ROUNDS];
        double[] gone = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Path first = programme.version("2025.1." + 2 * i);
            Path second = programme.version("2025.1." + (2 * i + 1));
            page.evaluate(WATCH);
            come[i] = seen(page, System.currentTimeMillis(), () -> ProgrammeCopy.drop(first, target));
            long from = System.nanoTime();
            ProgrammeCopy.drop(second, target);
            String version = "2025.1." + (2 * i + 1);
            while (door.get("/programmes")
                            .expect(200)
                            .json()
                            .valueStream()
                            .noneMatch(p -> p.path("version").asString().equals(version)
                                    && p.path("state").asString().equals("RUNNING"))
                    || door.get("/2025/break-room/rooms?limit=1").status() != 200) {
                Thread.sleep(5);
            }
            update[i] = (System.nanoTime() - from) / 1e6;
            page.waitForSelector(
                    "vaadin-side-nav-item[path*='2025/break-room']",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            page.evaluate(WATCH);
            gone[i] = seen(page, System.currentTimeMillis(), () -> Files.delete(target));
        }
        row(report, "install: the entry comes", come);
        row(report, "update: the new version answers over REST", update);
        row(report, "removal: the entry goes", gone);
    }

    private interface Act {
        void run() throws Exception;
    }

    private static double seen(Page page, long from, Act act) throws Exception {
        act.run();
        page.waitForFunction("() => window.benchChanges.length > 0");
        return ((Number) page.evaluate("() => window.benchChanges[0]")).doubleValue() - from;
    }

    private static void row(Report report, String what, double[] millis) {
        Load.Times times = Load.Times.of(millis);
        report.row(what, times.median(), times.percentile(0), times.percentile(100));
    }
}
