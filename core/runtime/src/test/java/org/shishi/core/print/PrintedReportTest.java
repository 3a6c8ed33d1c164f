package org.shishi.core.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shishi.api.report.ReportResult;
import org.shishi.api.text.Text;
import org.shishi.core.text.CoreMessages;

/** What stands above a report that is passed on. */
class PrintedReportTest {

    @Test
    void aPartOfTheWholeSaysSo() {
        assertEquals(
                List.of("单位：市总工会", "统计条件：行政区：浦东新区；状态：草稿", "统计截至：2024-10-01 10:00", "制表人：演示", "制表时间：2024-10-01 10:00"),
                printed(List.of(Text.same("行政区：浦东新区"), Text.same("状态：草稿"))).facts());
        assertEquals("统计截至：2024-10-01 10:00", printed(List.of()).facts().get(1));
        assertEquals(List.of("状态", "计划投入（元）"), printed(List.of()).header());
    }

    private static PrintedReport printed(List<Text> conditions) {
        ReportResult report = new ReportResult(
                Text.same("情况"),
                "市总工会",
                "演示",
                Instant.parse("2024-10-01T02:00:00Z"),
                List.of(Text.same("状态")),
                List.of(Text.same("计划投入")),
                List.of(true),
                List.of(),
                List.of(0L),
                null,
                conditions);
        return new PrintedReport(Locale.SIMPLIFIED_CHINESE, report, new CoreMessages());
    }
}
