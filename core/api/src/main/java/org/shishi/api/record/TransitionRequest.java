package org.shishi.api.record;

import java.util.Map;

/**
 * A wish to move a record on.
 *
 * @param action the transition's name
 * @param reason opinion; mandatory where the transition says so; null: none
 * @param remarks with a return: what is wrong, by field name; those fields alone can then be mended (none: all)
 */
public record TransitionRequest(String action, String reason, Map<String, String> remarks) {

    public TransitionRequest {
        remarks = Map.copyOf(remarks);
    }

    public static TransitionRequest of(String action) {
        return new TransitionRequest(action, null, Map.of());
    }

    public static TransitionRequest of(String action, String reason) {
        return new TransitionRequest(action, reason, Map.of());
    }
}
