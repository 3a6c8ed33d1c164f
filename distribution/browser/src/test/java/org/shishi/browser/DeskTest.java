package org.shishi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The harness at work on a static page. */
@BrowserTest(StaticSite.class)
class DeskTest {

    private Desk prepared;

    @BeforeEach
    void open(Desk desk) {
        prepared = desk.open("/");
    }

    @Test
    void isTheDeskThatWasPrepared(Desk desk, Page page) {
        assertSame(prepared, desk);
        assertSame(desk.page(), page);
        assertThat(page).hasTitle("职工休息室");
    }

    @Test
    void isAChineseDesktop(Desk desk) {
        assertThat(desk.page().locator("#size")).hasText("1440x900 zh-CN Asia/Shanghai");
    }

    @Test
    void logsIn(Desk desk) {
        desk.login("demo-inspector");

        assertThat(desk.page().locator("#who")).hasText("user=demo-inspector");
    }

    @Test
    void keepsPeopleApart(Desk officer, Desk approver) {
        officer.login("demo-city-officer");
        approver.open("/");

        assertThat(officer.page().locator("#who")).hasText("user=demo-city-officer");
        assertThat(approver.page().locator("#who")).hasText("未登录");
    }

    @Test
    void takesScreenshots(Desk desk) throws IOException {
        Path file = desk.screenshot("首页 / desktop");

        assertEquals("首页-desktop.png", file.getFileName().toString());
        assertEquals(1440, ImageIO.read(file.toFile()).getWidth());
        assertEquals(900, ImageIO.read(file.toFile()).getHeight());
    }

    @Test
    void worksByKeyboardAlone(Desk desk) {
        Keyboard keyboard = desk.keyboard();
        assertEquals("nothing", keyboard.focused());

        keyboard.tabTo(desk.page().locator("input[name=title]")).type("示例");
        keyboard.tabTo(desk.page().locator("#save")).press("Enter");

        assertThat(desk.page()).hasTitle("示例");
        assertEquals("button 保存", keyboard.focused());
        keyboard.tabTo(desk.page().locator("x-field"));
        assertEquals("input 备注", keyboard.focused());
        keyboard.shiftTabTo(desk.page().locator("a"));
        assertTrue(assertThrows(
                        AssertionError.class, () -> keyboard.tabTo(desk.page().locator("h1")))
                .getMessage()
                .contains("button 保存"));
    }

    @Test
    void findsTheGoodPageAccessible(Desk desk) {
        desk.requireAccessible().requireNoSidewaysScrolling();
    }

    @Test
    void findsWhatIsNotAccessible(Desk desk) {
        desk.open("/wide");

        String findings =
                assertThrows(AssertionError.class, desk::requireAccessible).getMessage();

        assertTrue(findings.contains("image-alt"), findings);
        assertTrue(findings.contains("color-contrast"), findings);
        assertTrue(findings.contains("html-has-lang"), findings);
    }

    @Test
    void forgivesWhatWasExpected(Desk desk) {
        desk.expectComplaint("HTTP 404: GET .*/gone")
                .expectComplaint("console error: broken promise")
                .allowComplaint("thrown later")
                .open("/noisy");
    }

    @Nested
    @Phone
    class OnAPhone {

        @Test
        void isNarrow(Desk desk) {
            assertThat(desk.page().locator("#size")).hasText("390x844 zh-CN Asia/Shanghai");
            desk.requireNoSidewaysScrolling();
        }

        @Test
        void noticesWhatIsTooWide(Desk desk) {
            desk.open("/wide");

            assertTrue(assertThrows(AssertionError.class, desk::requireNoSidewaysScrolling)
                    .getMessage()
                    .contains("wider than the screen"));
        }
    }

    @Test
    @Dark
    void isDark(Desk desk) {
        assertThat(desk.page().locator("body")).hasCSS("background-color", "rgb(17, 17, 17)");
        desk.screenshot("dark");
    }
}
