package org.shishi.api.platform;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/** Reads the audit log. Needs the right AUDIT_LOG. */
@ProviderType
public interface AuditLog {

    record Entry(
            long number,
            Instant at,
            String user,
            String organisation,
            String action,
            String object,
            String reason,
            String address,
            Map<String, String> details) {}

    /** @param user @param action @param object parts of the words, null: any; @param before entry number, 0: from the newest */
    List<Entry> list(
            Caller caller,
            LocalDate from,
            LocalDate to,
            String user,
            String action,
            String object,
            long before,
            int limit);

    /**
     * What {@link #list} would show, newest first, at most 200 000 lines, as a workbook; itself audited. Cells are text,
     * never formulas.
     */
    void export(
            Caller caller, LocalDate from, LocalDate to, String user, String action, String object, OutputStream xlsx);

    /** Days whose chain does not fit; empty: all is well. */
    List<LocalDate> verify(Caller caller);
}
