package org.shishi.shell.guest;

import java.util.UUID;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** A record. */
public final class Thing implements ProgrammeRecord {

    private final UUID id = UUID.randomUUID();
    private final RecordHead head = new RecordHead();

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public RecordHead head() {
        return head;
    }
}
