package org.shishi.api.platform;

import java.time.Instant;
import org.shishi.api.text.Text;

/**
 * A programme as administrators see it.
 *
 * @param id programme id; null when a file in the folder is not a programme at all
 * @param year 0 when unknown
 * @param version of the bundle; null when unknown
 * @param title null when unknown
 * @param reason why it is not running, in words for an administrator; null while it runs
 * @param file name in the drop folder; null when the file is gone and only data is left
 */
public record ProgrammeStatus(
        String id, int year, String version, State state, Text title, Text reason, String file, Instant since) {

    public enum State {
        STARTING,
        RUNNING,
        STOPPED,
        FAILED,
        /** Not a programme, or one that the platform will not take. */
        REFUSED,
        /** Uninstalled; its data is kept. */
        REMOVED
    }
}
