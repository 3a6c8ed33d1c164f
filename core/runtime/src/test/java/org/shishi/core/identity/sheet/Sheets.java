package org.shishi.core.identity.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.platform.AccountSheets;
import org.shishi.core.identity.AccountsService;
import org.shishi.core.identity.Identities;
import org.shishi.core.list.Books;
import org.shishi.core.setup.TestCity;
import org.shishi.core.text.CoreMessages;

/** Sheets of accounts for tests. */
public final class Sheets {

    private Sheets() {}

    public static AccountSheets of(TestCity city) {
        AccountsService accounts = Identities.accounts(city);
        return new AccountSheetsService(accounts, accounts, city.organisations, new CoreMessages());
    }

    /** With the right header. */
    @SafeVarargs
    public static InputStream book(List<String>... rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(SheetColumn.labels());
        for (List<String> row : rows) {
            all.add(row);
        }
        return raw(all);
    }

    static InputStream raw(List<List<String>> rows) {
        return Books.of(rows);
    }
}
