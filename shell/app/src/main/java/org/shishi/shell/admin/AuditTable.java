package org.shishi.shell.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.text.Text;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.RecordAddress;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Entries of the audit log as rows, in words: the exported file has their codes besides. */
final class AuditTable {

    /** An entry and what it says. */
    record Line(AuditLog.Entry entry, AuditLog.Told told) {}

    private AuditTable() {}

    static PagedTable<Line> of(String label, AuditLog audit, List<AuditLog.Entry> entries) {
        PagedTable<Line> table = PlainTable.of(
                label,
                List.of(
                        column("audit.at", PagedTable.Width.SHORT, entry -> Moments.second(entry.at())),
                        PlainTable.column("audit.user", PagedTable.Width.TEXT, AuditTable::who),
                        column("audit.organisation", PagedTable.Width.TEXT, AuditLog.Entry::organisation),
                        words("audit.action", AuditLog.Told::action),
                        PlainTable.column("audit.object", PagedTable.Width.TEXT, AuditTable::object),
                        column("audit.reason", PagedTable.Width.TEXT, AuditLog.Entry::reason),
                        words("audit.details", AuditLog.Told::details),
                        column("audit.address", PagedTable.Width.SHORT, AuditLog.Entry::address)),
                line -> line.entry().number());
        List<AuditLog.Told> told = audit.tell(CurrentUser.get(), entries);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            lines.add(new Line(entries.get(i), told.get(i)));
        }
        table.show(lines);
        return table;
    }

    private static Cell who(Line line) {
        String roles = ShellTexts.t(line.told().roles());
        return Cell.text(
                roles.isEmpty()
                        ? line.entry().user()
                        : ShellTexts.t("audit.who", line.entry().user(), roles));
    }

    /** A record that the reader may see is a step away. */
    private static Cell object(Line line) {
        String words = ShellTexts.t(line.told().object());
        return line.told().named()
                ? RecordAddress.named(line.entry().object())
                        .map(address -> Cell.link(words, address.path()))
                        .orElseGet(() -> Cell.text(words))
                : Cell.text(words);
    }

    private static PagedTable.Column<Line> words(String key, Function<AuditLog.Told, Text> words) {
        return PlainTable.column(key, PagedTable.Width.TEXT, line -> Cell.text(ShellTexts.t(words.apply(line.told()))));
    }

    private static PagedTable.Column<Line> column(
            String key, PagedTable.Width width, Function<AuditLog.Entry, String> text) {
        return PlainTable.column(key, width, line -> {
            String value = text.apply(line.entry());
            return Cell.text(value == null ? "" : value);
        });
    }
}
