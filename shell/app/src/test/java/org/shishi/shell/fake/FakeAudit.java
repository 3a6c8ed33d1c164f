package org.shishi.shell.fake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.text.Text;

/** 130 entries. */
public final class FakeAudit implements AuditLog {

    private final List<Entry> entries = new ArrayList<>();

    FakeAudit() {
        for (int i = 130; i > 0; i--) {
            boolean plugin = i % 9 == 0;
            entries.add(new Entry(
                    i,
                    Instant.parse("2026-09-21T01:00:00Z").plusSeconds(i * 60L),
                    "演示员" + i % 7,
                    "演示市总工会",
                    plugin ? "plugin.install" : "record.transition",
                    plugin ? "guest/2024" : "guest/2024/things/" + i,
                    i % 4 == 0 ? "材料齐全" : null,
                    "192.0.2." + i % 200,
                    plugin ? Map.of("version", "2024.1." + i) : Map.of("from", "DRAFT", "to", "DONE")));
        }
    }

    @Override
    public List<Entry> list(Caller caller, Wanted wanted, long before, int limit) {
        return entries.stream()
                .filter(e -> before == 0 || e.number() < before)
                .filter(e -> wanted.user() == null || e.user().contains(wanted.user()))
                .filter(e -> wanted.action() == null || e.action().startsWith(wanted.action()))
                .filter(e -> wanted.object() == null || e.object().contains(wanted.object()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Told> tell(Caller caller, List<Entry> told) {
        return told.stream()
                .map(e -> new Told(
                        Text.same(""),
                        Text.same(e.action()),
                        Text.same(e.object()),
                        false,
                        Text.same(e.details().toString())))
                .toList();
    }

    @Override
    public void export(Caller caller, Wanted wanted, java.io.OutputStream xlsx) {
        throw new AssertionError("no test downloads");
    }

    @Override
    public List<String> actions(Caller caller) {
        return entries.stream().map(Entry::action).distinct().sorted().toList();
    }

    @Override
    public List<LocalDate> verify(Caller caller) {
        return List.of();
    }
}
