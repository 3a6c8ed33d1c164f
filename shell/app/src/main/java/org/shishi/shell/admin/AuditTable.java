package org.shishi.shell.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.api.platform.AuditLog;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Entries of the audit log as rows. */
final class AuditTable {

    private AuditTable() {}

    static PagedTable<AuditLog.Entry> of(String label) {
        return PlainTable.of(
                label,
                List.of(
                        column("audit.at", PagedTable.Width.SHORT, entry -> Moments.second(entry.at())),
                        column("audit.user", PagedTable.Width.SHORT, AuditLog.Entry::user),
                        column("audit.organisation", PagedTable.Width.TEXT, AuditLog.Entry::organisation),
                        column("audit.action", PagedTable.Width.TEXT, entry -> AuditWords.action(entry.action())),
                        code("audit.object", AuditLog.Entry::object),
                        column("audit.reason", PagedTable.Width.TEXT, AuditLog.Entry::reason),
                        code("audit.details", entry -> details(entry.details())),
                        column("audit.address", PagedTable.Width.SHORT, AuditLog.Entry::address)),
                AuditLog.Entry::number);
    }

    private static String details(Map<String, String> details) {
        return details == null
                ? ""
                : new TreeMap<>(details)
                        .entrySet().stream()
                                .map(e -> e.getKey() + " = " + shortened(e.getValue()))
                                .collect(Collectors.joining(ShellTexts.t("list.semicolon")));
    }

    /** A digest is recognised by its beginning; the exported file has it whole. */
    private static String shortened(String value) {
        return value != null && value.matches("[0-9a-f]{64}") ? value.substring(0, 8) + "…" : value;
    }

    /** Names and values as the log holds them, but for the length of digests. */
    private static PagedTable.Column<AuditLog.Entry> code(String key, Function<AuditLog.Entry, String> text) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, PagedTable.Width.TEXT, entry -> {
            String value = text.apply(entry);
            return new Cell(value == null ? "" : value, null, null, "code");
        });
    }

    private static PagedTable.Column<AuditLog.Entry> column(
            String key, PagedTable.Width width, Function<AuditLog.Entry, String> text) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, entry -> {
            String value = text.apply(entry);
            return Cell.text(value == null ? "" : value);
        });
    }
}
