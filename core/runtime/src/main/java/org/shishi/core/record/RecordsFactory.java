package org.shishi.core.record;

import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;

/** Makes the door to the records of a programme. What it makes is thread-safe and cheap; it holds on to the context only. */
public interface RecordsFactory {

    <T extends ProgrammeRecord> Records<T> create(ProgrammeContext programme, RecordType<T> type);

    /** The door for many at once: imports and exports. */
    <T extends ProgrammeRecord> BulkRecords<T> bulk(ProgrammeContext programme, RecordType<T> type);
}
