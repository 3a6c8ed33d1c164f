package org.shishi.api.programme;

import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.persistence.Database;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.text.Texts;

/**
 * What a programme gets from the platform for its own year. An OSGi service of bundle scope: each bundle that references
 * it receives its own, so two years stand side by side without knowing of each other.
 *
 * <p>May be referenced and stored at any time; its methods answer from the moment the programme is open (they wait up to
 * 30 seconds for it) until its bundle stops, then throw {@link ProgrammeOfflineException}. Thread-safe.
 */
@ProviderType
public interface ProgrammeContext {

    String programmeId();

    /** The edition's year: the bundle's major version. */
    int year();

    /** The version of the bundle, for example {@code 2024.1.0}: what a decision names that it was taken by. */
    String version();

    /** What the programme said of itself; equal in identity for as long as it is open. */
    ProgrammeDescriptor descriptor();

    Edition edition();

    Texts texts();

    Database database();

    /** The one door to the rows of a type that the descriptor names. */
    <T extends ProgrammeRecord> Records<T> records(RecordType<T> type);

    /** {@code <id>/<year>/<type>/<record id>}: how audit, files and money name a record. */
    default String objectName(RecordType<?> type, java.util.UUID recordId) {
        return programmeId() + "/" + year() + "/" + type.id() + "/" + recordId;
    }
}
