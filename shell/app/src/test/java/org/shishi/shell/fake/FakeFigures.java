package org.shishi.shell.fake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.text.Text;

/** Indicators. */
public final class FakeFigures {

    public List<IndicatorValue> indicators(Caller caller, ProgrammeContext programme) {
        return List.of(value(caller, 620, "62.0", "YELLOW"));
    }

    public List<IndicatorValue> lastSnapshot(Caller caller, String programmeId, int year) {
        return List.of(value(caller, 310, "31.0", "RED"));
    }

    private static IndicatorValue value(Caller caller, long actual, String ratio, String light) {
        return new IndicatorValue(
                "things-done",
                new Text("已完成事项", "Things done"),
                caller.organisation().id(),
                1000L,
                actual,
                new BigDecimal(ratio),
                light,
                Instant.parse("2026-09-21T00:00:00Z"));
    }
}
