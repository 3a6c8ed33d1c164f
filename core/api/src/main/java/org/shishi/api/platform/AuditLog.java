package org.shishi.api.platform;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/**
 * Reads the audit log. Needs the right AUDIT_LOG ({@code CORE-FORBIDDEN}); below the city it shows what was done for the
 * caller's organisation and those below it. An OSGi service, thread-safe; after the core has stopped it fails.
 */
@ProviderType
public interface AuditLog {

    /** @param roles with which it was done: {@code <programme>:<role>+<role>}, separated by commas; empty: none */
    record Entry(
            long number,
            Instant at,
            String user,
            String organisation,
            String action,
            String object,
            String reason,
            String address,
            Map<String, String> details,
            String roles) {

        /** Of somebody without a role, for example before it was known who it is. */
        public Entry(
                long number,
                Instant at,
                String user,
                String organisation,
                String action,
                String object,
                String reason,
                String address,
                Map<String, String> details) {
            this(number, at, user, organisation, action, object, reason, address, details, "");
        }
    }

    /**
     * A line in words.
     *
     * @param roles with which it was done; empty: none
     * @param action what was done; the action's name where nobody gave it a word
     * @param object what it was done to, by the name that it has now; its kind and the begin of its id where there is no
     *     name, or none that the reader may see. Of persons masked
     * @param named whether it was named, so that the reader may go there
     * @param details each with its name, in one line; fingerprints and ids are shortened
     */
    record Told(Text roles, Text action, Text object, boolean named, Text details) {}

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

    /** Lines that {@link #list} gave, in words and in their order. The log itself holds ids, and no names of people. */
    List<Told> tell(Caller caller, List<Entry> entries);

    /**
     * What {@link #list} would show, newest first, at most 200 000 lines, as a workbook in the caller's language: in the words
     * of {@link #tell}, and behind them names, ids and values as the log has them. Itself audited. Cells are text, never
     * formulas.
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
