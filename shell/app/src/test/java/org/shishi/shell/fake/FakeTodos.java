package org.shishi.shell.fake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Todos;

/** Seventy items for whoever may hand something in. */
public final class FakeTodos implements Todos {

    private final List<Todo> items = new ArrayList<>();

    FakeTodos() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        for (int i = 0; i < 70; i++) {
            boolean away = i % 11 == 10;
            items.add(new Todo(
                    new UUID(2, i),
                    Kind.STEP,
                    away ? "away" : "guest",
                    away ? 2023 : 2024,
                    "things",
                    new UUID(3, i),
                    "演示事项第 " + (i + 1) + " 号",
                    i % 5 == 1 ? "DRAFT" : "WAITING",
                    null,
                    List.of(i % 5 == 1 ? "submit" : "finish"),
                    i % 5 == 1,
                    Instant.parse("2026-09-18T03:00:00Z"),
                    i > 60 ? null : today.plusDays(i - 2L),
                    0,
                    0,
                    !away));
        }
    }

    @Override
    public List<Todo> list(Caller caller, Query query, UUID afterId, int limit) {
        if (!caller.mayAnywhere(Right.SUBMIT) || query.view() == View.COPIED) {
            return List.of();
        }
        return items.stream()
                .filter(t -> query.programmeId() == null || t.programmeId().equals(query.programmeId()))
                .filter(t -> afterId == null || t.id().getLeastSignificantBits() > afterId.getLeastSignificantBits())
                .limit(limit)
                .toList();
    }

    @Override
    public Counts counts(Caller caller) {
        return caller.mayAnywhere(Right.SUBMIT) ? new Counts(70, 7, 2, 14, 0) : new Counts(0, 0, 0, 0, 0);
    }
}
