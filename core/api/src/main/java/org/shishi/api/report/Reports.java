package org.shishi.api.report;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;

/** Reports within the caller's scope. An OSGi service; thread-safe. */
@ProviderType
public interface Reports {

    /**
     * @param by some of the table's dimensions, in the order wanted; empty: its first one
     * @param filters as in {@link org.shishi.api.record.RecordQuery}
     */
    ReportResult run(
            Caller caller,
            ProgrammeContext programme,
            ReportTable table,
            List<String> by,
            Map<String, List<String>> filters);

    void writeXlsx(Caller caller, ReportResult report, OutputStream out);

    void writePdf(Caller caller, ReportResult report, OutputStream out);

    /** Current value of a programme's indicators for the caller's organisation. */
    List<ReportResult.IndicatorValue> indicators(Caller caller, ProgrammeContext programme);

    /**
     * The newest snapshot of a programme's indicators for the caller's organisation, with the time it was taken: what can
     * be said of a programme that is away. Empty: none was taken yet.
     */
    List<ReportResult.IndicatorValue> lastSnapshot(Caller caller, String programmeId, int year);

    /** Takes a snapshot of all indicators of a programme, for every organisation up the tree; a second one of the same day replaces the first. */
    int snapshot(ProgrammeContext programme, java.time.LocalDate day);
}
