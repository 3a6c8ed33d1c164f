package org.shishi.core.list;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ListSheets.Column;
import org.shishi.api.platform.ListSheets.Kind;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.TableRows.Cells;

/** A list of the platform that goes to and from a sheet. */
public interface SheetList {

    Kind kind();

    /** For the sheet itself. */
    String title();

    List<Column> columns();

    /** What a column takes besides nothing, to be chosen from in the sheet; empty: anything. */
    default List<String> choices(Column column) {
        return List.of();
    }

    /**
     * Who may bring such a sheet.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}
     */
    void require(Caller caller);

    /** Heads the sheet that tells its starter what came of an import; empty: there is none. */
    default List<String> resultLabels() {
        return List.of();
    }

    /** Who may take it away; without more, those who may bring it. */
    default void requireExport(Caller caller) {
        require(caller);
    }

    /** What is kept of a cell for the preview; personal data is masked. */
    default String shown(Cells row, int column) {
        return row.at(column);
    }

    /** Looks rows through on a connection; with {@code saving} in a transaction that it may lock others out of. */
    Pass open(Caller caller, Handle handle, boolean saving);

    /** Rows for the sheet, in an order in which they can be imported; personal data is masked. */
    void export(Caller caller, Consumer<List<String>> rows);

    /**
     * Who may take it away in clear; without more, nobody.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-FORBIDDEN}
     */
    default void requireClear(Caller caller) {
        throw new RefusedException("CORE-FORBIDDEN", null);
    }

    /** See {@link #requireClear}. */
    default void exportClear(Caller caller, Consumer<List<String>> rows) {
        requireClear(caller);
    }

    /** One file. */
    interface Pass {

        /** Verdicts of all rows, in their order. */
        List<Verdict> check(List<Cells> rows);

        /** Saves the good ones. */
        void save();

        /** What {@link SheetList#resultLabels} heads, after they were saved. */
        default void results(Consumer<List<String>> rows) {}
    }
}
