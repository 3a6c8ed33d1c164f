package org.shishi.core.report;

import java.io.OutputStream;
import org.shishi.api.identity.Caller;
import org.shishi.api.report.ReportResult;

/** Writes computed reports as files. */
public interface ReportWriters {

    /** The stream is not closed. */
    void writeXlsx(Caller caller, ReportResult report, OutputStream out);

    /** The stream is not closed. */
    void writePdf(Caller caller, ReportResult report, OutputStream out);
}
