package org.shishi.core.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.shishi.api.platform.AuditLog.Entry;
import org.shishi.core.sheet.XlsxOut;

/** Lines of the log as a sheet, fetched page by page. */
final class AuditSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> HEAD = List.of("时间", "用户", "单位", "操作", "对象", "理由", "内容", "来源地址");

    private AuditSheet() {}

    /**
     * @param page entries before a number, newest first; an empty list: no more
     * @return how many lines were written
     */
    static long write(OutputStream xlsx, int most, LongFunction<List<Entry>> page) {
        try (XlsxOut out = new XlsxOut(xlsx)) {
            out.sheet("审计日志");
            int row = 0;
            row(out, row++, HEAD);
            List<Entry> entries = page.apply(0);
            while (!entries.isEmpty() && row <= most) {
                for (Entry entry : entries) {
                    row(out, row++, cells(entry));
                }
                entries = page.apply(entries.getLast().number());
            }
            return row - 1L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(Entry entry) {
        return List.of(
                TIME.format(entry.at()),
                entry.user(),
                entry.organisation(),
                entry.action(),
                entry.object(),
                text(entry.reason()),
                entry.details().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining("；")),
                text(entry.address()));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static void row(XlsxOut out, int row, List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            out.text(row, column, cells.get(column));
        }
        out.endRow();
    }
}
