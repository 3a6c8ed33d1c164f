package org.shishi.core.record;

import java.util.List;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.core.persistence.ProgrammeDatabases;

/** Makes the door to the records of a programme. What it makes is thread-safe and cheap; it holds on to the context only. */
public interface RecordsFactory {

    <T extends ProgrammeRecord> Records<T> create(ProgrammeContext programme, RecordType<T> type);

    /** The programme's database was opened; from now on its records are found by parts of their texts. */
    void opened(ProgrammeContext programme, List<RecordType<?>> types, ProgrammeDatabases.Opened database);

    /** The door for many at once: imports and exports. */
    <T extends ProgrammeRecord> BulkRecords<T> bulk(ProgrammeContext programme, RecordType<T> type);
}
