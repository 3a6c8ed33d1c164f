package org.shishi.core.list;

import java.nio.file.Path;
import org.shishi.api.audit.Audit;
import org.shishi.api.platform.ListSheets;
import org.shishi.core.identity.Identities;
import org.shishi.core.identity.sheet.AccountSheet;
import org.shishi.core.organisation.sheet.OrganisationSheet;
import org.shishi.core.people.PersonBook;
import org.shishi.core.people.PersonSheet;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.platform.TestInfo;
import org.shishi.core.setup.TestCity;
import org.shishi.core.task.TaskEngine;
import org.shishi.core.text.CoreMessages;
import org.shishi.core.unit.UnitSheet;

/** The platform's own lists as they come from and go to Excel, for tests. */
public final class ListsAtWork {

    private ListsAtWork() {}

    /** To be stopped by the test; a fault of a task fails it. */
    public static TaskEngine tasks(TestDatabase db, TestCity city, Path home) {
        return new TaskEngine(
                db.core(),
                city.organisations,
                new CoreMessages(),
                (where, error) -> {
                    throw new AssertionError(where, error);
                },
                new TestInfo(true, home),
                city.clock);
    }

    public static ListSheets sheets(
            TestDatabase db, TestCity city, PersonBook book, TaskEngine tasks, Audit audit, Path home) {
        CoreMessages texts = new CoreMessages();
        return new ListSheetsService(
                new OrganisationSheet(db.core(), city.tree, texts, city.clock),
                new UnitSheet(db.core(), city.organisations, texts, city.clock),
                new PersonSheet(db.core(), book, city.organisations, texts),
                new AccountSheet(Identities.batch(city), Identities.accounts(city), city.organisations, texts),
                db.core(),
                tasks,
                texts,
                audit,
                city.keys,
                new TestInfo(true, home),
                new SharedFiles(db.core(), city.clock),
                city.clock);
    }
}
