package org.shishi.api.form;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;

/**
 * Reads and writes official forms. An OSGi service; thread-safe. Sheets stream: memory does not grow with the rows.
 * Imports go row by row through {@link org.shishi.api.record.Records}.
 */
@ProviderType
public interface Forms {

    /** What happens to a file with bad rows. */
    enum Mode {
        /** Good rows are saved, bad ones reported. */
        VALID_ONLY,
        /** One bad row and nothing is saved. */
        ALL_OR_NOTHING
    }

    /**
     * What to import.
     *
     * @param dryRun true: check every row, save nothing
     * @param defaults values by field for optional columns that the file lacks
     * @param fileName as the user calls it
     */
    record ImportRequest(Mode mode, boolean dryRun, Map<String, String> defaults, String fileName) {
        public ImportRequest {
            defaults = Map.copyOf(defaults);
        }
    }

    /**
     * Starts an import. The stream is spooled before this returns; the work goes on in a task
     * ({@link org.shishi.api.platform.Tasks}) whose rows carry the verdicts.
     *
     * @return the task's id
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}, {@code CORE-ATT-TYPE} (not an xlsx),
     *     {@code CORE-ATT-SIZE}; everything about the content is reported by the task
     */
    <T extends ProgrammeRecord> UUID startImport(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, ImportRequest request, InputStream xlsx);

    /** Runs the same file again, now saving: for the step after a dry run. */
    UUID commit(Caller caller, UUID dryRunTask, Mode mode);

    /**
     * Begins an import (or a dry run) anew that was interrupted or cancelled: the same file, which is kept for a day, mode and
     * defaults. What the interrupted one had saved already is taken back first. Only by who started it.
     *
     * @return the new task
     * @throws org.shishi.api.rule.RefusedException {@code CORE-STATE} (under way, done, taken back), {@code CORE-IMP-GONE},
     *     {@code CORE-IMP-ACTED} (somebody has acted on what was saved)
     */
    UUID again(Caller caller, UUID importTask);

    /**
     * Takes a whole import back.
     *
     * @return how many records went
     * @throws org.shishi.api.rule.RefusedException {@code CORE-IMP-ACTED} once somebody has acted on one of its rows
     */
    int undo(Caller caller, UUID importTask);

    /** Whether {@link #undo} would work now. */
    boolean undoable(Caller caller, UUID importTask);

    /** Writes the original rows plus a reason column. */
    void writeErrors(Caller caller, UUID importTask, OutputStream xlsx);

    /**
     * Writes the form with the caller's records, in the official layout; personal data is masked, whoever asks. The query's
     * paging is ignored.
     */
    <T extends ProgrammeRecord> void export(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, RecordQuery query, OutputStream xlsx);

    /**
     * The same with personal data in clear, for rows in which the caller may unmask it; in others it stays masked. Writes an
     * audit entry before the first byte. Source: domain specification §13.7.
     *
     * @param reason never blank
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN} (without
     *     {@link org.shishi.api.identity.Right#UNMASK} in the programme), {@code CORE-REASON-MISSING}, {@code CORE-LENGTH}
     */
    <T extends ProgrammeRecord> void exportClear(
            Caller caller,
            ProgrammeContext programme,
            OfficialForm<T> form,
            RecordQuery query,
            String reason,
            OutputStream xlsx);

    /** Writes the empty form to fill in. */
    <T extends ProgrammeRecord> void template(
            Caller caller, ProgrammeContext programme, OfficialForm<T> form, OutputStream xlsx);
}
