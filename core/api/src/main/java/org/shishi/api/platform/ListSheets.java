package org.shishi.api.platform;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.form.Forms;
import org.shishi.api.identity.Caller;

/**
 * The platform's own lists to and from Excel: the tree of organisations, the register of units, the persons, the accounts
 * (one row for each role of each account). A file is read as a stream, its rows are checked together (a superior may stand below its subordinates) and kept as tasks with progress, verdicts and
 * preview ({@link Tasks}). Organisations, units and accounts need the right PLATFORM; rows go through the rules of
 * {@link OrganisationAdmin}, {@link Units} and {@link Accounts}, within the caller's branch. Persons go through those of
 * {@link PersonRegistry}: CREATE to bring, VIEW to take away masked, UNMASK and a reason in clear. An OSGi service, thread-safe. All throw {@code CORE-FORBIDDEN}.
 */
@ProviderType
public interface ListSheets {

    /** What is listed. */
    enum Kind {
        ORGANISATIONS,
        UNITS,
        PERSONS,
        ACCOUNTS;

        /** The kind of its tasks. */
        public String task() {
            return "list-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param field as in the rows of the task
     * @param label as the sheet heads it
     */
    record Column(String field, String label) {}

    /** In the order of the sheet. */
    List<Column> columns(Kind kind);

    /** The empty sheet. */
    void template(Caller caller, Kind kind, OutputStream xlsx);

    /** All of the caller's branch, so that it can be imported again; persons are masked. */
    void export(Caller caller, Kind kind, OutputStream xlsx);

    /**
     * Persons in clear. Writes an audit entry before the first byte.
     *
     * @param reason never blank
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN} (also for lists that hold no personal data),
     *     {@code CORE-REASON-MISSING}, {@code CORE-LENGTH}
     */
    void exportClear(Caller caller, Kind kind, String reason, OutputStream xlsx);

    /**
     * The persons of the caller's branch who take part in no programme of a year.
     *
     * @param reason null: masked, as {@link #export}; else in clear, as {@link #exportClear}
     */
    void exportIdle(Caller caller, int year, String reason, OutputStream xlsx);

    /**
     * Checks every row, saves nothing.
     *
     * @return the task
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ATT-TYPE}, {@code CORE-ATT-SIZE}, {@code CORE-TASK-BUSY};
     *     everything about the content is told by the task
     */
    UUID start(Caller caller, Kind kind, String fileName, InputStream xlsx);

    /**
     * Saves what a dry run has checked: looked at once more, in one transaction. A row with a known code changes that body
     * or unit (neither its kind nor its place), another one makes a new one. Of a known person what was missing is added,
     * what was there stays. An account that is there is refused ({@code CORE-ACCOUNT-EXISTS}).
     *
     * @return the task
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND}, {@code CORE-IMP-GONE}, {@code CORE-STATE},
     *     {@code CORE-TASK-BUSY}
     */
    UUID commit(Caller caller, UUID dryRun, Forms.Mode mode);

    /** The refused rows with a column of reasons. @throws org.shishi.api.rule.RefusedException as {@link #commit} */
    void writeErrors(Caller caller, UUID task, OutputStream xlsx);

    /**
     * Whether there is something to be told of what was saved.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND}, {@code CORE-FORBIDDEN}
     */
    boolean hasResults(Caller caller, UUID task);

    /**
     * What came of an import, to whoever began it: user names and one-time passwords of the accounts made. Kept sealed for
     * a day; each reading is audited.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND}, {@code CORE-FORBIDDEN}, {@code CORE-IMP-GONE}
     */
    void writeResults(Caller caller, UUID task, OutputStream xlsx);
}
