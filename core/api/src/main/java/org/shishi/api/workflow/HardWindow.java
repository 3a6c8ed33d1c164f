package org.shishi.api.workflow;

import java.util.List;
import java.util.stream.Stream;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordContext;
import org.shishi.api.rule.Violation;
import org.shishi.api.time.Window;

/** Whether a window is open for a record today. */
final class HardWindow {

    private HardWindow() {}

    static List<Violation> violations(ProgrammeRecord record, RecordContext context, String window, String code) {
        List<Window> windows = Stream.of(
                        record.head().ownerOrg(),
                        context.caller().organisation().id())
                .distinct()
                .map(organisation -> context.programme().edition().window(window, organisation))
                .toList();
        if (windows.stream().allMatch(each -> each.to() == null)) {
            return List.of(Violation.of("CORE-WINDOW-UNSET", null));
        }
        return windows.stream().anyMatch(each -> each.contains(context.today()))
                ? List.of()
                : List.of(Violation.of(code, null));
    }
}
