package org.shishi.core.persistence;

import java.util.List;

/** Scripts that have run on these tables are no longer what they were; nothing was done. */
public final class ChangedScriptsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> scripts;

    ChangedScriptsException(List<String> scripts, Throwable cause) {
        super("changed since they ran, or missing: " + String.join(", ", scripts), cause);
        this.scripts = List.copyOf(scripts);
    }

    /** By name, where the script is still there, otherwise by number: {@code V1__visits.sql}, {@code V2}. */
    public List<String> scripts() {
        return scripts;
    }
}
