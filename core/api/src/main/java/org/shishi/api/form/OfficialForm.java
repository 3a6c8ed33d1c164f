package org.shishi.api.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Violation;

/**
 * A form of the notice as an Excel sheet, read and written with one description: a merged title, head cells (label and
 * value), a header of one or two rows, the rows, a remarks line. Headers are found by their text wherever they stand.
 *
 * <pre>{@code
 * OfficialForm.of("A2-7-1", "{year}年...汇总表", Households.TYPE)
 *     .head("区局工会", HeadCell.ORGANISATION)
 *     .column("序号", null)
 *     .column("家庭情况", "户主姓名", "name")
 *     .build();
 * }</pre>
 *
 * @param <T> the entity of a row
 */
public final class OfficialForm<T extends ProgrammeRecord> {

    /**
     * A label with its value right of it, above the rows.
     *
     * @param key {@link #ORGANISATION}, or the key under which the value is handed to {@link Builder#headCheck}
     */
    public record HeadCell(String label, String key) {
        /** The second-level union; empty means the acting organisation. */
        public static final String ORGANISATION = "organisation";
    }

    /**
     * A column.
     *
     * @param group text of the upper header row; null: the header stands alone over both rows
     * @param label text of the header
     * @param field name of the record type's field; null: the running number
     * @param synonyms other texts that mean the same header
     * @param optional right of the printed form: where it is missing one value is given for the whole file
     * @param fallback of an optional column: the plain value taken when nobody gives one; null: the cell stays empty
     */
    public record Column(
            String group, String label, String field, List<String> synonyms, boolean optional, String fallback) {}

    /** What the values above and below the rows must be; keys are those of the head cells and {@code remarks}. */
    @FunctionalInterface
    public interface HeadCheck {
        List<Violation> check(java.util.Map<String, String> head);
    }

    /**
     * The header record that belongs to a file: found or made before the rows are saved, and linked to each.
     *
     * @param type the header's record type; one per owning organisation
     * @param fill puts the head values into it
     * @param link puts its id into a row
     * @param unlinked reads the head values from it, for the export
     */
    public record Header<T, H extends ProgrammeRecord>(
            RecordType<H> type,
            BiConsumer<H, java.util.Map<String, String>> fill,
            BiConsumer<T, H> link,
            Function<H, java.util.Map<String, String>> unlinked) {}

    private final Builder<T> parts;

    private OfficialForm(Builder<T> parts) {
        this.parts = parts;
    }

    /** @param title {@code {year}} stands for the edition's year */
    public static <T extends ProgrammeRecord> Builder<T> of(String id, String title, RecordType<T> rows) {
        return new Builder<>(id, title, rows);
    }

    /** Number of the form in the notice, for example {@code A2-7-1}. */
    public String id() {
        return parts.id;
    }

    public String title(int year) {
        return parts.title.replace("{year}", Integer.toString(year));
    }

    public RecordType<T> rows() {
        return parts.rows;
    }

    /** Row by row, cells left to right. */
    public List<List<HeadCell>> head() {
        return List.copyOf(parts.head);
    }

    /** The line over the header, for example 明细（可附页）; null: none. */
    public String caption() {
        return parts.caption;
    }

    public List<Column> columns() {
        return List.copyOf(parts.columns);
    }

    /** Label of the line under the rows; null: none. */
    public String remarksLabel() {
        return parts.remarksLabel;
    }

    /** The field that keeps the running number of a file; empty: it is not kept. */
    public Optional<String> numberField() {
        return Optional.ofNullable(parts.numberField);
    }

    public Optional<Header<T, ?>> header() {
        return Optional.ofNullable(parts.header);
    }

    public List<Violation> checkHead(java.util.Map<String, String> head) {
        return parts.headCheck.check(head);
    }

    /** The code that refuses another organisation's sheet. */
    public String foreignCode() {
        return parts.foreignCode;
    }

    /** Collects the parts of a form. */
    public static final class Builder<T extends ProgrammeRecord> {
        private final String id;
        private final String title;
        private final RecordType<T> rows;
        private final List<List<HeadCell>> head = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private String caption;
        private String remarksLabel;
        private String foreignCode = "CORE-FORBIDDEN";
        private HeadCheck headCheck = values -> List.of();
        private Header<T, ?> header;
        private String numberField;

        private Builder(String id, String title, RecordType<T> rows) {
            this.id = id;
            this.title = title;
            this.rows = rows;
        }

        public Builder<T> headRow(HeadCell... cells) {
            head.add(List.of(cells));
            return this;
        }

        public Builder<T> headCheck(HeadCheck value) {
            headCheck = value;
            return this;
        }

        public Builder<T> foreignCode(String code) {
            foreignCode = code;
            return this;
        }

        public Builder<T> caption(String value) {
            caption = value;
            return this;
        }

        public Builder<T> column(String label, String field, String... synonyms) {
            columns.add(new Column(null, label, field, List.of(synonyms), false, null));
            return this;
        }

        /**
         * The running number, kept as the file has it. Exports number anew from 1, as the form wants it.
         *
         * @param field an int of the record type; empty where the file's cell holds no whole number from 1 on
         */
        public Builder<T> number(String label, String field, String... synonyms) {
            numberField = field;
            return column(label, null, synonyms);
        }

        public Builder<T> column(String group, String label, String field, List<String> synonyms) {
            columns.add(new Column(group, label, field, List.copyOf(synonyms), false, null));
            return this;
        }

        public Builder<T> optionalColumn(String label, String field, String fallback, String... synonyms) {
            columns.add(new Column(null, label, field, List.of(synonyms), true, fallback));
            return this;
        }

        public Builder<T> remarks(String label) {
            remarksLabel = label;
            return this;
        }

        public <H extends ProgrammeRecord> Builder<T> header(Header<T, H> value) {
            header = value;
            return this;
        }

        public OfficialForm<T> build() {
            return new OfficialForm<>(this);
        }
    }
}
