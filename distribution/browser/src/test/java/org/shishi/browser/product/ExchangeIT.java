package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.menu;
import static org.shishi.browser.product.PageParts.notice;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.DemoProduct;
import org.shishi.browser.Desk;

/** A programme goes, comes back and is exchanged while its pages are open: seen from a browser that is not touched. */
@BrowserTest
@ExtendWith(Patience.class)
class ExchangeIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final String PROGRAMME = "职工工间休息室";
    private static final String MARK = "window.notReloaded = true";
    private static final String MARKED = "window.notReloaded === true";

    @TempDir
    private Path work;

    private Path jar;
    private Path copy;

    @BeforeEach
    void find() throws IOException {
        try (var files = Files.list(DemoProduct.plugins())) {
            jar = files.filter(file -> file.getFileName().toString().startsWith("break-room"))
                    .findFirst()
                    .orElseThrow();
        }
        copy = Files.copy(jar, work.resolve("original.jar"));
    }

    /** The product is everybody's. */
    @AfterEach
    void putBack(Desk last) throws IOException {
        if (!Files.exists(jar)) {
            drop(copy);
        }
        last.login("demo-platform-admin").open("/admin/programmes");
        assertThat(last.page().getByText("运行中").first()).isVisible();
    }

    @Test
    void visitors_wait_on_the_offline_page_and_are_taken_back(Desk visitor, Desk neighbour) throws IOException {
        visitor.login("demo-second-level-officer").open(ROOMS + "?status=DECLARED");
        neighbour.login("demo-city-officer").open("/notices");
        assertThat(menu(neighbour.page(), PROGRAMME)).isVisible();
        visitor.page().evaluate(MARK);
        neighbour.page().evaluate(MARK);
        String session = session(neighbour);

        Files.delete(jar);
        Page page = visitor.page();
        assertThat(page.getByText("数据全部安全").or(page.getByText("数据仍然保留")).first())
                .isVisible();
        assertThat(heading(page)).containsText("暂停服务");
        visitor.settle().screenshot("offline");
        visitor.requireAccessible().requireNoSidewaysScrolling();
        assertThat(neighbour.page().getByText(PROGRAMME)).hasCount(0);
        menu(neighbour.page(), "待办").click();
        assertThat(heading(neighbour.page())).containsText("待办");

        drop(copy);
        assertThat(heading(page)).hasText("休息室");
        assertThat(notice(page, "已恢复")).isVisible();
        assertThat(page).hasURL(Pattern.compile(ROOMS + "\\?status=DECLARED$"));
        assertThat(menu(neighbour.page(), PROGRAMME)).isVisible();
        assertThat(heading(neighbour.page())).containsText("待办");
        assertEquals(true, page.evaluate(MARKED), "the page was not loaded anew");
        assertEquals(true, neighbour.page().evaluate(MARKED));
        assertEquals(session, session(neighbour), "nobody was signed out");
    }

    @Test
    void an_exchange_brings_its_visitors_back_to_where_they_were(Desk visitor, Desk boss) throws IOException {
        visitor.login("demo-second-level-officer").open(ROOMS);
        visitor.page().evaluate(MARK);
        drop(nextVersion());
        assertThat(notice(visitor.page(), "已恢复")).isVisible();
        assertThat(heading(visitor.page())).hasText("休息室");
        assertThat(PageParts.firstRow(visitor.page())).isVisible();
        assertEquals(true, visitor.page().evaluate(MARKED));
        boss.login("demo-platform-admin").open("/admin/programmes");
        assertThat(boss.page().getByText(version(jar)).first()).isVisible();
        boss.settle().screenshot("plugins");
    }

    private static String session(Desk desk) {
        return desk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** As a careful administrator does: beside it first, then in one move. */
    private void drop(Path file) throws IOException {
        Path beside = jar.resolveSibling(jar.getFileName() + ".part");
        Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String version(Path file) throws IOException {
        try (JarFile open = new JarFile(file.toFile())) {
            return open.getManifest().getMainAttributes().getValue("Bundle-Version");
        }
    }

    private Path nextVersion() throws IOException {
        String now = version(copy);
        int dot = now.lastIndexOf('.') + 1;
        Path next = work.resolve("next.jar");
        try (JarFile from = new JarFile(copy.toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes()
                    .putValue("Bundle-Version", now.substring(0, dot) + (Integer.parseInt(now.substring(dot)) + 1));
            try (OutputStream file = Files.newOutputStream(next);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : Collections.list(from.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream in = from.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                    }
                }
            }
        }
        return next;
    }
}
