package org.shishi.core.form;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.core.record.BulkRecords;
import org.shishi.core.record.RecordWhere;
import org.shishi.core.record.Selection;
import org.shishi.core.sheet.XlsxOut;

/**
 * Writes a form with records. The rows of up to {@value #MOST_UNIONS} second-level unions stand on a sheet for each union
 * with its own head; those of more unions on one sheet under the acting organisation's name.
 */
final class Export<T extends ProgrammeRecord> {

    static final int MOST_UNIONS = 30;

    /** @param clear rows in which personal data stands in clear */
    record Written(long rows, long clear) {}

    private final Caller caller;
    private final ProgrammeContext programme;
    private final OfficialForm<T> form;
    private final Organisations organisations;
    private final BulkRecords<T> bulk;
    private final ClearView clear;
    private final int mostRows;
    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final Map<UUID, Optional<Organisation>> unions = new HashMap<>();
    private long rows;
    private long clearRows;

    Export(
            Caller caller,
            ProgrammeContext programme,
            OfficialForm<T> form,
            Organisations organisations,
            BulkRecords<T> bulk,
            ClearView clear,
            int mostRows) {
        this.caller = caller;
        this.programme = programme;
        this.form = form;
        this.organisations = organisations;
        this.bulk = bulk;
        this.clear = clear;
        this.mostRows = mostRows;
        form.columns()
                .forEach(column -> fields.add(
                        column.field() == null
                                ? null
                                : form.rows().field(column.field()).orElseThrow()));
    }

    Written write(RecordQuery query, OutputStream out) throws IOException {
        // A form lists what came first first.
        RecordQuery ordered = new RecordQuery(
                query.filters(), query.search(), query.sort(), query.descending(), null, query.sort() == null, 1);
        Set<Optional<Organisation>> with = unions(ordered);
        try (XlsxOut book = new XlsxOut(out)) {
            boolean apart = with.size() > 1 && with.size() <= MOST_UNIONS;
            int written = 0;
            for (Optional<Organisation> union : apart ? with : Set.<Optional<Organisation>>of()) {
                written += sheet(book, union, of(ordered, union), true) ? 1 : 0;
            }
            if (!apart || written == 0) {
                Optional<Organisation> one = with.size() == 1
                        ? with.iterator().next()
                        : organisations.secondLevelOf(caller.organisation().id());
                sheet(book, with.size() > 1 ? Optional.empty() : one, ordered, false);
            }
        }
        return new Written(rows, clearRows);
    }

    private Set<Optional<Organisation>> unions(RecordQuery query) {
        List<UUID> owners = programme.database().read(em -> {
            RecordWhere where = Selection.of(em, caller, programme, form.rows(), query.filters());
            String entity = em.getMetamodel().entity(form.rows().entity()).getName();
            return where.bind(em.createQuery(
                            "select distinct r.head.ownerOrg from " + entity + " r" + where.jpql(), UUID.class))
                    .getResultList();
        });
        Set<Optional<Organisation>> found = new LinkedHashSet<>();
        Set<UUID> ids = new LinkedHashSet<>();
        owners.forEach(owner -> union(owner).map(Organisation::id).ifPresentOrElse(ids::add, () -> ids.add(null)));
        organisations.secondLevel().stream().filter(o -> ids.contains(o.id())).forEach(o -> found.add(Optional.of(o)));
        if (ids.contains(null)) {
            found.add(Optional.empty());
        }
        return found;
    }

    private Optional<Organisation> union(UUID owner) {
        return unions.computeIfAbsent(owner, organisations::secondLevelOf);
    }

    /** Narrowed to a union where that can be said; what is beside it is left out row by row. */
    private static RecordQuery of(RecordQuery query, Optional<Organisation> union) {
        if (union.isEmpty() || query.filters().containsKey("owner")) {
            return query;
        }
        Map<String, List<String>> filters = new HashMap<>(query.filters());
        filters.put("owner", List.of(union.get().id().toString()));
        return new RecordQuery(filters, query.search(), query.sort(), query.descending(), null, query.backwards(), 1);
    }

    /** @return false: no row, and (being one of several) no sheet */
    private boolean sheet(XlsxOut book, Optional<Organisation> union, RecordQuery query, boolean oneOfMany)
            throws IOException {
        String organisation = union.orElse(caller.organisation()).name();
        FormSheet sheet = new FormSheet(
                book,
                form,
                programme.year(),
                oneOfMany ? organisation : form.id(),
                FormSheet.head(organisation, headValues(union)),
                Widths.of(form),
                mostRows);
        long before = rows;
        long[] number = {0};
        bulk.scan(caller, query, chunk -> revealed(chunk).forEach(record -> {
            if (!oneOfMany || union(record.head().ownerOrg()).equals(union)) {
                try {
                    sheet.row(cells(record, ++number[0]));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }));
        if (rows == before) {
            if (oneOfMany) {
                return false;
            }
            sheet.begin();
        }
        sheet.remarks();
        return true;
    }

    /** Fields that hold masks of a person get its values, where they may be shown. */
    private List<T> revealed(List<T> chunk) {
        List<T> plain = chunk.stream()
                .filter(record -> clear.of(record.head().ownerOrg()))
                .toList();
        if (!plain.isEmpty()) {
            bulk.reveal(plain);
        }
        return chunk;
    }

    private Map<String, String> headValues(Optional<Organisation> union) {
        return union.flatMap(u -> form.header().flatMap(header -> stored(header, u)))
                .orElse(Map.of());
    }

    private <H extends ProgrammeRecord> Optional<Map<String, String>> stored(
            OfficialForm.Header<T, H> header, Organisation union) {
        return HeaderRecord.find(programme, header.type(), union.id())
                .map(stored -> HeaderRecord.values(header, stored, clear.of(union.id())));
    }

    private Object[] cells(T record, long number) {
        Object[] cells = new Object[fields.size()];
        boolean plain = clear.of(record.head().ownerOrg());
        for (int i = 0; i < cells.length; i++) {
            cells[i] = fields.get(i) == null ? (Object) number : cell(fields.get(i), record, plain);
        }
        rows++;
        clearRows += plain ? 1 : 0;
        return cells;
    }

    private <V> Object cell(Field<T, V> field, T record, boolean plain) {
        V value = field.get(record);
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case INT -> value;
            // Doubles, not decimals with two places: an area of 12.5 is shown as it was given.
            case DECIMAL -> ((BigDecimal) value).doubleValue();
            case MONEY -> BigDecimal.valueOf((Long) value, 2);
            case ORGANISATION ->
                organisations.byId((UUID) value).map(Organisation::name).orElse(null);
            default -> text(field, value, plain);
        };
    }

    private <V> String text(Field<T, V> field, V value, boolean plain) {
        String text = PlainValues.toText(field, value, programme.texts(), Locale.SIMPLIFIED_CHINESE);
        return plain || field.kind() != FieldKind.TEXT && field.kind() != FieldKind.LONG_TEXT
                ? text
                : field.sensitivity().mask(text);
    }

    Map<String, String> details(Written written) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("form", form.id());
        details.put("rows", Long.toString(written.rows()));
        details.put("clear", Long.toString(written.clear()));
        return details;
    }
}
