package org.shishi.core.record;

import java.time.Clock;
import org.shishi.api.audit.Audit;
import org.shishi.api.file.Attachments;
import org.shishi.api.money.Subsidies;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.Seals;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.identity.ActingAgain;
import org.shishi.core.people.Consents;
import org.shishi.core.people.Ledger;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.search.SearchIndex;

/** What the record engine works with. */
record Services(
        CoreDatabase core,
        Organisations organisations,
        Attachments attachments,
        Audit audit,
        Subsidies subsidies,
        Seals seals,
        WorkingCalendar calendar,
        Clock clock,
        SearchIndex search,
        TodoDesks desks,
        ActingAgain again,
        TeamPost post,
        PersonBook persons,
        Ledger ledger,
        Consents consents) {}
