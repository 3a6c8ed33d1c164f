package org.shishi.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;

/** Long work with progress: imports, batches. Seen by the account that started it (and its organisation's superiors). */
@ProviderType
public interface Tasks {

    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        UNDONE
    }

    /**
     * @param sheet number of the file's page, from 1
     * @param row the row number that the sheet shows; 0: the head of the sheet
     * @param messages the texts of {@code refusals}, in order
     * @param warnings what is noteworthy and blocks nothing
     * @param cautions the texts of {@code warnings}, in order
     * @param cells what stood in the row, as text, by field name (masked where sensitive)
     */
    record Row(
            int sheet,
            int row,
            List<Violation> refusals,
            List<Text> messages,
            List<Violation> warnings,
            List<Text> cautions,
            Map<String, String> cells) {}

    /**
     * @param total 0 while unknown
     * @param errorCode null unless FAILED: {@code CORE-IMP-HEADER}, {@code CORE-IMP-ROWS} …, or an incident number
     * @param accepted rows that are (or in a dry run: would be) saved
     * @param warned rows, refused or not, with something noteworthy
     */
    record Task(
            UUID id,
            String kind,
            String programmeId,
            int year,
            String title,
            State state,
            boolean dryRun,
            long done,
            long total,
            long accepted,
            long rejected,
            long warned,
            Text error,
            String errorCode,
            Instant startedAt,
            Instant endedAt,
            UUID startedBy) {}

    Optional<Task> get(Caller caller, UUID id);

    /** Rejected rows from the sheet's top, after a row number; at most {@code limit}. */
    List<Row> rejectedRows(Caller caller, UUID id, int afterRow, int limit);

    /** The same for rows that are not rejected and have something noteworthy. */
    List<Row> warnedRows(Caller caller, UUID id, int afterRow, int limit);

    /** The first rows with their verdicts, good and bad, for the preview. */
    List<Row> previewRows(Caller caller, UUID id, int limit);

    /** Newest first. */
    List<Task> mine(Caller caller, int limit);

    /**
     * Asks work to end, on whatever node it runs: it ends between two items (an import takes back what it saved), is
     * CANCELLED then, and its counts say how far it came. Work that waits to be gone on with (its node or its programme is
     * away) is CANCELLED at once. Nothing happens to work that has ended.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND}; {@code CORE-FORBIDDEN}: somebody else's
     */
    void cancel(Caller caller, UUID id);
}
