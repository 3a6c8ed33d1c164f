package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Normal;
import org.shishi.core.persistence.Like;
import org.shishi.core.search.SearchIndex;

/** Which records a caller means: scope, filters, search. */
public final class Selection {

    private static final int LONGEST_SEARCH = 100;

    private Selection() {}

    /**
     * What the caller may see, narrowed by filters as in {@link org.shishi.api.record.RecordQuery}.
     *
     * @throws RefusedException {@code CORE-FORBIDDEN}, {@code CORE-INPUT}
     */
    public static <T extends ProgrammeRecord> RecordWhere of(
            EntityManager em,
            Caller caller,
            ProgrammeContext programme,
            RecordType<T> type,
            Map<String, List<String>> filters) {
        return of(em, caller, new Kind<>(programme, type), filters, null);
    }

    static <T extends ProgrammeRecord> RecordWhere of(
            EntityManager em, Caller caller, Kind<T> kind, Map<String, List<String>> filters, String search) {
        Access.Breadth breadth = Access.require(caller, kind.programmeId(), Right.VIEW);
        RecordWhere where = new RecordWhere().scope(caller, breadth);
        new Filters<>(kind, em, where).add(filters);
        search(kind.type(), search, where);
        narrow(em, caller, kind, breadth, filters, where);
        return where;
    }

    /** Says the same in a form that is quick where little is meant. */
    private static void narrow(
            EntityManager em,
            Caller caller,
            Kind<?> kind,
            Access.Breadth breadth,
            Map<String, List<String>> filters,
            RecordWhere where) {
        List<UUID> few = breadth == Access.Breadth.SUBTREE
                ? Owned.few(em, kind, List.of(caller.organisation().id()))
                : null;
        List<UUID> owners = filters.getOrDefault(Filters.OWNER, List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(text -> UUID.fromString(Normal.text(text)))
                .toList();
        if (few == null && !owners.isEmpty()) {
            few = Owned.few(em, kind, owners);
        }
        if (few != null) {
            where.among(few);
        }
    }

    /**
     * Contains, whatever the case, as typed and as normalised. Sensitive values other than names are found whole only:
     * else whoever sees them masked could find them out digit by digit.
     */
    private static <T extends ProgrammeRecord> void search(RecordType<T> type, String typed, RecordWhere where) {
        String raw = typed == null ? "" : typed.strip();
        if (raw.isEmpty()) {
            return;
        }
        if (Normal.length(raw) > LONGEST_SEARCH) {
            throw new RefusedException(List.of(ValueFault.TOO_LONG.at("search", LONGEST_SEARCH)));
        }
        List<Field<T, ?>> searched =
                type.fields().stream().filter(Field::isSearched).toList();
        if (searched.isEmpty()) {
            throw new RefusedException(List.of(ValueFault.NOT_FILTERED.at("search")));
        }
        Set<String> words = Searching.words(raw);
        List<String> alternatives = new ArrayList<>();
        for (Field<T, ?> field : searched) {
            for (String word : words) {
                alternatives.add(condition(field, word, where));
            }
        }
        where.any(alternatives);
    }

    private static String condition(Field<?, ?> field, String word, RecordWhere where) {
        String path = "r." + field.path();
        if (!SearchIndex.byParts(field)) {
            return path + " = " + where.value(word);
        }
        return "lower(" + path + ") like " + where.value(Like.containing(word)) + " escape '!'";
    }
}
