package org.shishi.api.platform;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * Reads the audit log. Needs the right AUDIT_LOG ({@code CORE-FORBIDDEN}); below the city it shows what was done for the
 * caller's organisation and those below it. An OSGi service, thread-safe; after the core has stopped it fails.
 */
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

    /**
     * Which lines are asked for; null: any.
     *
     * @param from first day
     * @param to last day
     * @param user part of the name of who acted
     * @param action its name, such as {@code account.create}; with a dot at its end all that begin with it
     * @param object part of what it was done to
     * @param organisation for which it was done
     * @param below whether what was done for the bodies below that organisation counts, too
     */
    record Wanted(
            LocalDate from,
            LocalDate to,
            String user,
            String action,
            String object,
            UUID organisation,
            boolean below) {}

    /** @param before entry number, 0: from the newest */
    List<Entry> list(Caller caller, Wanted wanted, long before, int limit);

    /** The same for any organisation. */
    default List<Entry> list(
            Caller caller,
            LocalDate from,
            LocalDate to,
            String user,
            String action,
            String object,
            long before,
            int limit) {
        return list(caller, new Wanted(from, to, user, action, object, null, true), before, limit);
    }

    /**
     * What {@link #list} would show, newest first, at most 200 000 lines, as a workbook; itself audited. Cells are text,
     * never formulas.
     */
    void export(Caller caller, Wanted wanted, OutputStream xlsx);

    /** The same for any organisation. */
    default void export(
            Caller caller, LocalDate from, LocalDate to, String user, String action, String object, OutputStream xlsx) {
        export(caller, new Wanted(from, to, user, action, object, null, true), xlsx);
    }

    /** Names of the actions that stand in the log, in their order. */
    List<String> actions(Caller caller);

    /** Days whose chain does not fit; empty: all is well. */
    List<LocalDate> verify(Caller caller);
}
