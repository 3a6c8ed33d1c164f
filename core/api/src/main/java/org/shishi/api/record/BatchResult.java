package org.shishi.api.record;

import java.util.List;
import java.util.UUID;
import org.shishi.api.rule.Violation;

/** What a batch did, and what it left out and why. */
public record BatchResult(List<UUID> done, List<Skipped> skipped) {

    /** @param title how the record is called */
    public record Skipped(UUID id, String title, List<Violation> reasons) {}

    public BatchResult {
        done = List.copyOf(done);
        skipped = List.copyOf(skipped);
    }
}
