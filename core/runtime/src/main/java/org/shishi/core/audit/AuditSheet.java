package org.shishi.core.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.shishi.api.platform.AuditLog.Entry;
import org.shishi.api.platform.AuditLog.Told;
import org.shishi.api.platform.CoreTexts;
import org.shishi.core.sheet.XlsxOut;

/** Lines of the log as a sheet, fetched page by page: in words for people, in codes for programs. */
final class AuditSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> HEAD = List.of(
            "at",
            "user",
            "roles",
            "organisation",
            "action",
            "object",
            "reason",
            "details",
            "address",
            "action-code",
            "object-code",
            "details-code");

    private final CoreTexts texts;
    private final Locale locale;
    private final Function<List<Entry>, List<Told>> telling;
    private long lines;

    AuditSheet(CoreTexts texts, Locale locale, Function<List<Entry>, List<Told>> telling) {
        this.texts = texts;
        this.locale = locale;
        this.telling = telling;
    }

    /** How many lines were written, also when whoever asked hung up on the way. */
    long lines() {
        return lines;
    }

    /** @param page entries before a number, newest first; an empty list: no more */
    void write(OutputStream xlsx, int most, LongFunction<List<Entry>> page) {
        try (XlsxOut out = new XlsxOut(xlsx)) {
            out.sheet(word("audit.sheet"));
            int row = 0;
            row(out, row++, HEAD.stream().map(key -> word("audit.sheet." + key)).toList());
            List<Entry> entries = page.apply(0);
            while (!entries.isEmpty() && row <= most) {
                List<Told> told = telling.apply(entries);
                for (int i = 0; i < entries.size(); i++) {
                    row(out, row++, cells(entries.get(i), told.get(i)));
                    lines++;
                }
                entries = page.apply(entries.getLast().number());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String word(String key) {
        return texts.get(key).in(locale);
    }

    private List<String> cells(Entry entry, Told told) {
        return List.of(
                TIME.format(entry.at()),
                entry.user(),
                told.roles().in(locale),
                entry.organisation(),
                told.action().in(locale),
                told.object().in(locale),
                text(entry.reason()),
                told.details().in(locale),
                text(entry.address()),
                entry.action(),
                entry.object(),
                entry.details().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining("; ")));
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
