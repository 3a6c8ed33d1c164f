package org.shishi.core.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.programme.EditionState;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.LiveYears;
import org.shishi.core.rule.RuleRegistry;

/** The one use case behind pages and REST. */
@Component(service = EditionAdmin.class)
public final class EditionAdminService implements EditionAdmin {

    private final Sheets sheets;
    private final Proposals proposals;
    private final YearTurn years;
    private final Extensions extensions;

    @Activate
    public EditionAdminService(
            @Reference CoreDatabase database,
            @Reference EditionBook book,
            @Reference RuleRegistry rules,
            @Reference LiveYears live,
            @Reference Audit audit,
            @Reference Clock clock) {
        EditionDesk desk = new EditionDesk(database, book, rules, audit, clock);
        sheets = new Sheets(desk, live);
        proposals = new Proposals(desk);
        years = new YearTurn(desk);
        extensions = new Extensions(desk);
    }

    @Override
    public List<Head> editions() {
        return sheets.all();
    }

    @Override
    public Sheet sheet(String programmeId, int year, LocalDate day) {
        return sheets.of(new EditionKey(programmeId, year), day);
    }

    @Override
    public Revision propose(Caller caller, String programmeId, int year, Change change) {
        return sheets.one(proposals.propose(caller, new EditionKey(programmeId, year), change));
    }

    @Override
    public Revision publish(Caller caller, UUID revision) {
        return sheets.one(proposals.publish(caller, revision));
    }

    @Override
    public Revision withdraw(Caller caller, UUID revision, String reason) {
        return sheets.one(proposals.withdraw(caller, revision, reason));
    }

    @Override
    public Head copyToNextYear(Caller caller, String programmeId, int year) {
        years.copy(caller, new EditionKey(programmeId, year));
        return sheet(programmeId, year + 1, null).head();
    }

    @Override
    public void confirm(Caller caller, String programmeId, int year, Collection<String> names, String reason) {
        years.confirm(caller, new EditionKey(programmeId, year), new LinkedHashSet<>(names), reason);
    }

    @Override
    public Head move(Caller caller, String programmeId, int year, EditionState to, String reason) {
        years.move(caller, new EditionKey(programmeId, year), to, reason);
        return sheet(programmeId, year, null).head();
    }

    @Override
    public Extension extend(
            Caller caller,
            String programmeId,
            int year,
            String window,
            UUID organisation,
            LocalDate until,
            String reason) {
        return extensions.grant(caller, new EditionKey(programmeId, year), window, organisation, until, reason);
    }

    @Override
    public void revoke(Caller caller, UUID extension, String reason) {
        extensions.revoke(caller, extension, reason);
    }
}
