package org.shishi.browser.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shishi.browser.product.PageParts.button;
import static org.shishi.browser.product.PageParts.dialogButton;
import static org.shishi.browser.product.PageParts.heading;
import static org.shishi.browser.product.PageParts.link;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shishi.browser.BrowserTest;
import org.shishi.browser.Desk;

/** Form A2-1-1 with good and bad rows: looked at row by row, the good ones taken, the bad ones handed back, all undone. */
@BrowserTest
@ExtendWith(Patience.class)
class ImportIT {

    private static final String IMPORT = "/2024/break-room/rooms/import";

    private static final String DISTRICT = "行政区不是本市十六个区之一";

    /** Rows of this run, so that it can be repeated. */
    private final String mark = "导入" + System.nanoTime();

    private List<List<String>> form() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("2024年建设改善“职工工间休息室”申报汇总表"));
        rows.add(List.of("区局工会", "黄浦区总工会", "联系人姓名", "测试联系人"));
        rows.add(List.of("联系人邮箱", "demo@example.invalid", "联系人电话", "021-00000000"));
        rows.add(List.of("职工工间休息室明细（可附页）"));
        rows.add(Arrays.asList(
                "序号",
                "地址（请尽量详细）",
                null,
                null,
                null,
                "点位联系人",
                null,
                "休息室所属单位",
                "面积(m²)",
                "提供设施及服务",
                "覆盖企业（单位）数",
                "计划投入资金(元)"));
        rows.add(Arrays.asList(null, "休息室名称", "行政区", "街镇", "具体门牌号（**路**弄**号**室）", "姓名", "手机号码"));
        rows.add(row("1", "甲室", "黄浦", "１３９００００００１１", "30"));
        rows.add(row("2", "乙室", "外滩区", "13900000012", "30"));
        rows.add(row("3", "丙室", "黄浦区", "13900000013", "25.5"));
        rows.add(row("4", "丁室", "黄浦区", "12", "-3"));
        return rows;
    }

    private List<String> row(String number, String name, String district, String mobile, String area) {
        return List.of(
                number,
                mark + name,
                district,
                "测试街道",
                mark + "路" + number + "号",
                "测试联系人",
                mobile,
                "测试单位",
                area,
                "空调；冰箱,微波炉",
                "3",
                "20000");
    }

    @Test
    void good_rows_are_taken_bad_ones_handed_back_and_all_can_be_undone(Desk officer) {
        officer.login("demo-huangpu-officer").open(IMPORT);
        Page page = officer.page();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("汇总表.xlsx", Sheet.TYPE, Sheet.write(form())));
        preview(officer);

        button(page, "导入 2 行").click();
        assertThat(heading(page)).hasText("导入休息室");
        assertThat(page.getByText("导入 2 行，未导入 2 行。")).isVisible();
        officer.settle().screenshot("result");
        officer.requireAccessible().requireNoSidewaysScrolling();
        errorBook(page);
        list(page, 2);

        page.goBack();
        button(page, "撤回本次导入").click();
        dialogButton(page, "撤回本次导入").click();
        assertThat(page.getByText("导入已撤回：汇总表.xlsx")).isVisible();
        assertThat(button(page, "撤回本次导入")).hasCount(0);
        officer.open("/2024/break-room/rooms?q=" + mark);
        assertThat(page.getByText("没有符合条件的记录。")).isVisible();
    }

    private void preview(Desk officer) {
        Page page = officer.page();
        assertThat(page.getByText("正确 2 行，有问题 2 行。尚未保存任何内容。")).isVisible();
        Locator rows = page.locator(".row-table tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText(mark + "乙室");
        assertThat(rows.nth(0)).containsText(DISTRICT);
        assertThat(rows.nth(0)).containsText("苦脏险累岗位");
        assertThat(rows.nth(0).locator("td").first()).hasText("8");
        assertThat(rows.nth(1)).containsText("面积必须大于0");
        assertThat(rows.nth(1).locator("td.faulty")).hasCount(2);
        officer.settle().screenshot("preview");
        officer.requireAccessible().requireNoSidewaysScrolling();
        page.getByText("前 100 行").click();
        assertThat(rows).hasCount(4);
    }

    private void errorBook(Page page) {
        Download download = page.waitForDownload(() -> page.getByText("下载错误清单").click());
        assertEquals("A2-1-1-错误清单.xlsx", download.suggestedFilename());
        List<List<String>> rows = Sheet.read(download.path());
        String bad = line(rows, mark + "乙室");
        assertTrue(bad.contains(DISTRICT) && bad.contains("外滩区"), bad);
        assertTrue(line(rows, mark + "丁室").contains("面积必须大于0"), rows.toString());
        assertTrue(
                rows.stream().flatMap(List::stream).noneMatch(cell -> cell.equals(mark + "甲室")),
                "what was taken is not handed back");
        assertTrue(rows.stream().flatMap(List::stream).anyMatch(cell -> cell.contains("原因")), "a column of reasons");
    }

    private static String line(List<List<String>> rows, String name) {
        return rows.stream()
                .filter(row -> row.contains(name))
                .findFirst()
                .map(row -> String.join(" | ", row))
                .orElseThrow(() -> new AssertionError(name + " is not in " + rows));
    }

    private void list(Page page, int count) {
        link(page, "查看导入的记录").click();
        assertThat(page).hasURL(Pattern.compile("importId="));
        assertThat(page.locator("vaadin-grid a:visible").filter(new Locator.FilterOptions().setHasText(mark)))
                .hasCount(count);
    }
}
