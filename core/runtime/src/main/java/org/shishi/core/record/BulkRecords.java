package org.shishi.core.record;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.core.rule.Verdict;

/**
 * The same door for many records at once: every permission, check, key and to-do item of {@link
 * org.shishi.api.record.Records}, with look-ups and inserts in batches. Memory does not grow with the rows but for 32
 * bytes for each key of a dry run. Inside the core.
 */
public interface BulkRecords<T extends ProgrammeRecord> {

    /** One import; for one thread. */
    interface Session<T extends ProgrammeRecord> {

        /** Also of a dry run, which leaves no trace of it. */
        UUID importId();

        /**
         * What {@link #insert} would refuse, row by row; nothing is saved. A row whose key an earlier good row of this
         * session had conflicts with it. The rows are brought into normal form.
         *
         * @return for each row what refuses it and what is noteworthy
         */
        List<Verdict> check(List<T> rows);

        /**
         * Saves the good rows of a chunk (some thousands) in one transaction; joins the one that runs, whose entity manager
         * it clears. The rows are changed and belong to the session.
         *
         * @return for each row what refuses it (nothing: it is saved) and what is noteworthy
         */
        List<Verdict> insert(List<T> rows);

        /** How many rows were saved so far. */
        long saved();
    }

    /**
     * Begins an import.
     *
     * @param source what the history says it came from: the file's name
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}, {@code CORE-EDITION-CLOSED}
     */
    default Session<T> open(Caller caller, String source) {
        return open(caller, source, Ids.next());
    }

    /** The same under an id that others know, such as that of the task it is the work of. */
    Session<T> open(Caller caller, String source, UUID importId);

    /**
     * Deletes all records of an import.
     *
     * @return how many
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND}, {@code CORE-FORBIDDEN}, {@code CORE-IMP-ACTED}
     *     (somebody has acted on one of them, or it was taken back before), {@code CORE-EDITION-CLOSED}
     */
    int undo(Caller caller, UUID importId);

    /** Whether {@link #undo} would work now. */
    boolean undoable(Caller caller, UUID importId);

    /**
     * Puts a person's values in place of the masks in its fields, for whoever was asked for right and reason before. The
     * records are detached and are not to be saved.
     */
    void reveal(List<T> records);

    /** Hands over all records of a query in its order, chunk by chunk, detached; the query's paging is ignored. */
    void scan(Caller caller, RecordQuery query, Consumer<List<T>> chunk);
}
