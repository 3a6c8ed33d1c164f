package org.shishi.core.record;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.file.Attachments;
import org.shishi.api.money.Subsidies;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.identity.ActingAgain;
import org.shishi.core.notice.Post;
import org.shishi.core.people.Consents;
import org.shishi.core.people.Ledger;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.search.SearchIndex;

/** The record engine as a service of the core. */
@Component(service = RecordsFactory.class)
public final class RecordEngine implements RecordsFactory {

    private final Services services;

    @Activate
    public RecordEngine(
            @Reference CoreDatabase core,
            @Reference Organisations organisations,
            @Reference Attachments attachments,
            @Reference Audit audit,
            @Reference Subsidies subsidies,
            @Reference Seals seals,
            @Reference WorkingCalendar calendar,
            @Reference Clock clock,
            @Reference ActingAgain again,
            @Reference Post post,
            @Reference CoreTexts texts,
            @Reference PersonBook persons,
            @Reference Ledger ledger,
            @Reference Consents consents) {
        this.services = new Services(
                core,
                organisations,
                attachments,
                audit,
                subsidies,
                seals,
                calendar,
                clock,
                new SearchIndex(core),
                new TodoDesks(core),
                again,
                new TeamPost(post, texts),
                persons,
                ledger,
                consents);
    }

    @Override
    public <T extends ProgrammeRecord> Records<T> create(ProgrammeContext programme, RecordType<T> type) {
        return new RecordsDoor<>(new Desk<>(new Kind<>(programme, type), services));
    }

    @Override
    public void opened(ProgrammeContext programme, List<RecordType<?>> types, ProgrammeDatabases.Opened database) {
        services.ledger().declare(programme, database::storedIn);
        services.consents().declare(programme);
        database.watch(services.search().open(programme.programmeId(), programme.year(), types));
        types.forEach(type -> new Searching<>(new Kind<>(programme, type), services.search()).prepare());
    }

    @Override
    public <T extends ProgrammeRecord> BulkRecords<T> bulk(ProgrammeContext programme, RecordType<T> type) {
        return new BulkDoor<>(new Desk<>(new Kind<>(programme, type), services));
    }
}
