package org.shishi.core.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.CalendarCheck.Row;

/** Calendar files: UTF-8, first line {@code date,kind,name}, then one day a line. */
public final class CalendarCsv {

    private static final String HEADER = "date,kind,name";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CalendarCsv() {}

    /**
     * Reads the lines; whether they make a year is R-C.18's question. Empty lines are passed over.
     *
     * @throws RefusedException {@code CORE-CAL-FORMAT}: the header is another, or a date is none (once per row)
     */
    public static List<Row> read(Reader file) throws IOException {
        BufferedReader lines = new BufferedReader(file);
        String header = lines.readLine();
        if (header == null || !HEADER.equals(Normal.text(header.replace(BYTE_ORDER_MARK, "")))) {
            throw new RefusedException(CalendarCheck.CODE, "rows", 0, HEADER);
        }
        List<Row> rows = new ArrayList<>();
        List<Violation> refusals = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                rows.add(row(line, rows.size(), refusals));
            }
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return rows;
    }

    private static Row row(String line, int index, List<Violation> refusals) {
        String[] cells = line.split(",", 3);
        String kind = cells.length > 1 ? Normal.text(cells[1]) : "";
        String name = cells.length > 2 ? Normal.text(cells[2]) : "";
        String date = Normal.text(cells[0]);
        try {
            return new Row(LocalDate.parse(date), kind, name);
        } catch (DateTimeException e) {
            refusals.add(Violation.of(CalendarCheck.CODE, "rows[" + index + "].date", index + 1, date));
            return new Row(null, kind, name);
        }
    }
}
