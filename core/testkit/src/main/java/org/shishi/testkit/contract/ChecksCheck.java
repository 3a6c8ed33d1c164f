package org.shishi.testkit.contract;

import java.util.List;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;

/** All violations are told at once, so a type's checks also see records in which mandatory fields are still empty. */
public final class ChecksCheck {

    private ChecksCheck() {}

    public static List<String> faults(BuiltProgramme programme) {
        Faults faults = new Faults();
        programme.descriptor().records().forEach(type -> check(type, StandIns.recordContext(programme), faults));
        return faults.all();
    }

    private static <T extends ProgrammeRecord> void check(RecordType<T> type, RecordContext context, Faults faults) {
        T blank = type.blank();
        attempt("preparing", type, () -> type.prepare(blank), faults);
        type.checks()
                .forEach(check -> attempt(
                        "a check of",
                        type,
                        () -> {
                            if (check.check(blank, context) == null) {
                                throw new NullPointerException("it answered null");
                            }
                        },
                        faults));
    }

    private static void attempt(String what, RecordType<?> type, Runnable work, Faults faults) {
        try {
            work.run();
        } catch (StandIns.NotStoodIn e) {
            // Went far enough to ask the platform.
        } catch (RuntimeException e) {
            faults.add(
                    what + " an empty '" + type.id() + "' throws " + e,
                    String.valueOf(e.getStackTrace().length == 0 ? type.id() : e.getStackTrace()[0]),
                    "let it answer an empty list for values that are missing: required fields tell that themselves");
        }
    }
}
