package org.shishi.core.audit;

import java.time.LocalDate;

/**
 * One place at which the log does not fit.
 *
 * @param place the number of the line in its lane; 0: the lane's end
 */
record AuditFinding(LocalDate day, Kind kind, int lane, long place) {

    enum Kind {
        /** The line does not fit to its seal or to the line before: changed, or put in. */
        CHANGED_OR_ADDED("a line was changed or put in"),
        /** Between this line and the one before there was another. */
        MISSING("lines are missing before this one"),
        /** The last line is not the one that was written last. */
        END("lines are missing at the end, or its seal was changed"),
        /** The log ends before a line that this node has seen, or has another one there. */
        TAKEN_BACK("lines that were there are gone or were exchanged, up to the end that this node has noted"),
        NOTE("the file data/audit.seen, which notes how far the log had come, was changed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    String words() {
        return "%s  lane %d, line %s: %s".formatted(day, lane, place == 0 ? "last" : place, kind.words);
    }
}
