package org.shishi.core.programme;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.api.persistence.Database;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.text.Texts;
import org.shishi.core.record.RecordsFactory;

/** A programme's context from the moment it is open until it is closed. */
final class OpenContext implements ProgrammeContext {

    private final ProgrammeIdentity identity;
    private final ProgrammeDescriptor descriptor;
    private final Edition edition;
    private final Texts texts;
    private final Database database;
    private final RecordsFactory factory;
    private final Map<RecordType<?>, Records<?>> doors = new ConcurrentHashMap<>();
    private volatile boolean closed;

    OpenContext(
            ProgrammeIdentity identity,
            ProgrammeDescriptor descriptor,
            Edition edition,
            Texts texts,
            Database database,
            RecordsFactory factory) {
        this.identity = identity;
        this.descriptor = descriptor;
        this.edition = edition;
        this.texts = texts;
        this.database = database;
        this.factory = factory;
    }

    void close() {
        closed = true;
    }

    @Override
    public String programmeId() {
        return identity.id();
    }

    @Override
    public int year() {
        return identity.year();
    }

    @Override
    public String version() {
        return identity.version().toString();
    }

    @Override
    public ProgrammeDescriptor descriptor() {
        return whileOpen(descriptor);
    }

    @Override
    public Edition edition() {
        return whileOpen(edition);
    }

    @Override
    public Texts texts() {
        return whileOpen(texts);
    }

    @Override
    public Database database() {
        return whileOpen(database);
    }

    @Override
    @SuppressWarnings("unchecked") // the door was made for this very type
    public <T extends ProgrammeRecord> Records<T> records(RecordType<T> type) {
        if (!descriptor.records().contains(type)) {
            throw new IllegalArgumentException("the descriptor of " + identity.id() + " does not name " + type);
        }
        return whileOpen((Records<T>) doors.computeIfAbsent(type, each -> factory.create(this, type)));
    }

    private <V> V whileOpen(V value) {
        if (closed) {
            throw new ProgrammeOfflineException(identity.id(), identity.year());
        }
        return value;
    }
}
