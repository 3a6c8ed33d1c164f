package org.shishi.core.programme;

import java.util.function.Supplier;
import org.shishi.api.persistence.Database;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.text.Texts;

/** What a bundle gets that asks for its context, perhaps long before the programme is open. */
final class WaitingContext implements ProgrammeContext {

    private final ProgrammeIdentity identity;
    private final Supplier<ProgrammeContext> open;

    /** @param open waits for the open one, or throws */
    WaitingContext(ProgrammeIdentity identity, Supplier<ProgrammeContext> open) {
        this.identity = identity;
        this.open = open;
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
        return open.get().descriptor();
    }

    @Override
    public Edition edition() {
        return open.get().edition();
    }

    @Override
    public Texts texts() {
        return open.get().texts();
    }

    @Override
    public Database database() {
        return open.get().database();
    }

    @Override
    public <T extends ProgrammeRecord> Records<T> records(RecordType<T> type) {
        return open.get().records(type);
    }
}
