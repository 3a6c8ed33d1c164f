package org.shishi.core.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.report.ReportResult;
import org.shishi.core.report.ReportWriters;

/** Writes reports as files in the caller's language. */
@Component(service = ReportWriters.class)
public final class ReportFiles implements ReportWriters {

    private final CoreTexts texts;

    @Activate
    public ReportFiles(@Reference CoreTexts texts) {
        this.texts = texts;
    }

    @Override
    public void writeXlsx(Caller caller, ReportResult report, OutputStream out) {
        try {
            new ReportXlsx(new PrintedReport(caller.locale(), report, texts)).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writePdf(Caller caller, ReportResult report, OutputStream out) {
        try {
            ReportPdf.write(new PrintedReport(caller.locale(), report, texts), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
