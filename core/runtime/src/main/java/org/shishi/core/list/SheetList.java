package org.shishi.core.list;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ListSheets.Column;
import org.shishi.api.platform.ListSheets.Kind;
import org.shishi.api.rule.Violation;
import org.shishi.core.sheet.TableRows.Cells;

/** A list of the platform that goes to and from a sheet. */
public interface SheetList {

    Kind kind();

    /** For the sheet itself. */
    String title();

    List<Column> columns();

    /** @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN} */
    void require(Caller caller);

    /** Looks rows through on a connection; with {@code saving} in a transaction that it may lock others out of. */
    Pass open(Caller caller, Handle handle, boolean saving);

    /** Rows for the sheet, in an order in which they can be imported. */
    void export(Caller caller, Consumer<List<String>> rows);

    /** One file. */
    interface Pass {

        /** Verdicts of all rows, in their order; empty: good. */
        List<List<Violation>> check(List<Cells> rows);

        /** Saves the good ones. */
        void save();
    }
}
