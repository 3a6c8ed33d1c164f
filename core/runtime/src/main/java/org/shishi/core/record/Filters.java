package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** The filters of a query as conditions. Everything wrong with them is refused together. */
final class Filters<T extends ProgrammeRecord> {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final String RANGE = "..";
    static final String OWNER = "owner";

    private final Kind<T> kind;
    private final EntityManager em;
    private final RecordWhere where;
    private final List<Violation> faults = new ArrayList<>();

    Filters(Kind<T> kind, EntityManager em, RecordWhere where) {
        this.kind = kind;
        this.em = em;
        this.where = where;
    }

    void add(Map<String, List<String>> filters) {
        filters.forEach((name, texts) -> {
            List<String> given = texts.stream().filter(text -> !text.isBlank()).toList();
            if (!given.isEmpty()) {
                add(name, given);
            }
        });
        if (!faults.isEmpty()) {
            throw new RefusedException(Validation.distinct(faults));
        }
    }

    private void add(String name, List<String> texts) {
        switch (name) {
            case "status" -> status(texts);
            case OWNER -> organisations(name, "r.head.ownerOrg", texts);
            case "importId" -> ids(name, "r.head.importId", texts);
            default -> field(name, texts);
        }
    }

    private void status(List<String> texts) {
        List<String> known = kind.type()
                .workflow()
                .map(flow -> flow.allStates().stream().map(s -> s.name()).toList())
                .orElse(List.of(Kind.ALWAYS));
        if (known.containsAll(texts)) {
            anyOf("r.head.status", texts, true);
        } else {
            faults.add(ValueFault.NOT_OPTION.at("status", String.join("、", known)));
        }
    }

    private void field(String name, List<String> texts) {
        Field<T, ?> field = kind.type().field(name).orElse(null);
        if (field == null) {
            faults.add(ValueFault.UNKNOWN.at(name));
        } else if (!field.isFiltered() && !isReferenceToWhole(field)) {
            faults.add(ValueFault.NOT_FILTERED.at(name));
        } else {
            field(field, "r." + field.path(), texts);
        }
    }

    private boolean isReferenceToWhole(Field<T, ?> field) {
        return kind.type()
                .partOf()
                .map(RecordType.PartOf::reference)
                .filter(field::equals)
                .isPresent();
    }

    private void field(Field<T, ?> field, String path, List<String> texts) {
        switch (field.kind()) {
            case ORGANISATION -> organisations(field.name(), path, texts);
            case REFERENCE -> ids(field.name(), path, texts);
            case INT, DECIMAL, MONEY, DATE, TIMESTAMP -> ordered(field, path, texts);
            case TAGS -> tags(field, path, texts);
            case TEXT, LONG_TEXT, BOOL, ENUM, DISTRICT -> {
                List<Object> values = new ArrayList<>();
                texts.forEach(text -> addRead(values, field, text));
                anyOf(path, values, field.isSorted());
            }
        }
    }

    private void ordered(Field<T, ?> field, String path, List<String> texts) {
        List<String> alternatives = new ArrayList<>();
        for (String text : texts) {
            int dots = text.indexOf(RANGE);
            String from = dots < 0 ? text : text.substring(0, dots);
            String to = dots < 0 ? text : text.substring(dots + RANGE.length());
            List<String> bounds = new ArrayList<>();
            if (!from.isBlank()) {
                bound(field, path, from, false, bounds);
            }
            if (!to.isBlank()) {
                bound(field, path, to, true, bounds);
            }
            if (!bounds.isEmpty()) {
                alternatives.add("(" + String.join(" and ", bounds) + ")");
            }
        }
        if (!alternatives.isEmpty()) {
            where.any(alternatives);
        }
    }

    private void bound(Field<T, ?> field, String path, String text, boolean upper, List<String> bounds) {
        List<Object> read = new ArrayList<>();
        if (field.kind() == FieldKind.TIMESTAMP) {
            addRead(read, Field.date(field.name(), r -> null, (r, v) -> {}), text);
        } else {
            addRead(read, field, text);
        }
        if (read.isEmpty()) {
            return;
        }
        if (field.kind() == FieldKind.TIMESTAMP) {
            LocalDate day = (LocalDate) read.getFirst();
            Instant edge = (upper ? day.plusDays(1) : day)
                    .atTime(LocalTime.MIDNIGHT)
                    .atZone(SHANGHAI)
                    .toInstant();
            bounds.add(path + (upper ? " < " : " >= ") + where.value(edge));
        } else {
            bounds.add(path + (upper ? " <= " : " >= ") + where.value(read.getFirst()));
        }
    }

    /** Any of the tags; kept as a collection, or as constants between commas in one column. */
    private void tags(Field<T, ?> field, String path, List<String> texts) {
        List<Object> read = new ArrayList<>();
        texts.forEach(text -> addRead(read, field, text));
        Set<Object> wanted = new LinkedHashSet<>();
        read.forEach(set -> wanted.addAll((Set<?>) set));
        if (wanted.isEmpty()) {
            return;
        }
        boolean collection = em.getMetamodel()
                .entity(kind.type().entity())
                .getAttribute(field.path())
                .isCollection();
        where.any(wanted.stream()
                .map(tag -> collection
                        ? where.value(tag) + " member of " + path
                        : "concat(',', concat(" + path + ", ',')) like "
                                + where.value("%," + ((Enum<?>) tag).name() + ",%"))
                .toList());
    }

    private void organisations(String name, String path, List<String> texts) {
        List<UUID> ids = readIds(name, texts);
        if (!ids.isEmpty()) {
            where.subtree(path, ids);
        }
    }

    private void ids(String name, String path, List<String> texts) {
        List<UUID> ids = readIds(name, texts);
        anyOf(path, ids, false);
    }

    /** @param indexed as sorted fields and states are: with the id behind them */
    private void anyOf(String path, List<?> values, boolean indexed) {
        if (values.size() == 1) {
            where.equal(path, values.getFirst(), indexed);
        } else if (!values.isEmpty()) {
            where.and(path + " in " + where.value(values));
        }
    }

    private List<UUID> readIds(String name, List<String> texts) {
        Field<T, UUID> id = Field.reference(name, r -> null, (r, v) -> {});
        List<Object> read = new ArrayList<>();
        texts.forEach(text -> addRead(read, id, text));
        return read.stream().map(UUID.class::cast).toList();
    }

    private <V> void addRead(List<Object> values, Field<T, V> field, String text) {
        PlainValues.Read<V> read = read(field, text);
        if (read.fault() != null) {
            faults.add(read.fault());
        } else if (read.value() != null) {
            values.add(read.value());
        }
    }

    /** Fen here, as in JSON; everything else as people write it. */
    private <V> PlainValues.Read<V> read(Field<T, V> field, String text) {
        if (field.kind() != FieldKind.MONEY) {
            return PlainValues.fromText(field, text, kind.programme().texts());
        }
        String fen = Normal.text(text);
        return PlainValues.fromPlain(field, WHOLE.matcher(fen).matches() ? new BigDecimal(fen) : text);
    }
}
