package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.text.Normal;
import org.shishi.core.search.Finder;
import org.shishi.core.search.ListKey;
import org.shishi.core.search.SearchIndex;

/** The way from a free text search to the few records that may be meant. The query's own conditions decide about them. */
final class Searching<T extends ProgrammeRecord> {

    /** A list that is this short gets its index when its programme opens, a longer one when it is first searched. */
    private static final int SHORT = 1_000;

    private static final int CHUNK = 1_000;
    private static final int MOST_WHOLE = 500;

    private final Kind<T> kind;
    private final SearchIndex index;
    private final ListKey list;

    Searching(Kind<T> kind, SearchIndex index) {
        this.kind = kind;
        this.index = index;
        this.list = new ListKey(kind.programmeId(), kind.year(), kind.type().id());
    }

    /** Makes the index of a short list. */
    void prepare() {
        if (kind.type().fields().stream().anyMatch(Field::isSearched) && !index.ready(list)) {
            int rows = kind.programme()
                    .database()
                    .read(em -> ids(em).setMaxResults(SHORT + 1).getResultList().size());
            if (rows <= SHORT) {
                build();
            }
        }
    }

    /**
     * @param typed as it was asked for
     * @param ascending the order of ids
     * @param from only what comes after it; null: all
     * @return null: this search has to look at every record
     */
    Finder find(EntityManager em, String typed, boolean ascending, Cursor from) {
        // Inside a transaction there may be records that are in no block yet.
        if (typed == null || typed.isBlank() || em.getTransaction().isActive()) {
            return null;
        }
        Set<String> words = words(typed);
        Set<UUID> whole = whole(em, words);
        if (whole == null || words.stream().anyMatch(word -> word.chars().anyMatch(c -> c < ' '))) {
            return null;
        }
        if (!index.ready(list)) {
            build();
            if (!index.ready(list)) {
                return null;
            }
        }
        return index.find(
                list,
                words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                ascending,
                from == null ? null : from.id(),
                whole);
    }

    /** Records with a sensitive value that is this very word; null: too many. */
    private Set<UUID> whole(EntityManager em, Set<String> words) {
        RecordWhere where = new RecordWhere();
        List<String> paths = kind.type().fields().stream()
                .filter(field -> field.isSearched() && !SearchIndex.byParts(field))
                .map(field -> "r." + field.path() + " in " + where.value(words))
                .toList();
        if (paths.isEmpty()) {
            return Set.of();
        }
        List<UUID> found = where.any(paths)
                .bind(em.createQuery("select r.id from " + kind.entityName(em) + " r" + where.jpql(), UUID.class))
                .setMaxResults(MOST_WHOLE + 1)
                .getResultList();
        return found.size() > MOST_WHOLE ? null : Set.copyOf(found);
    }

    /** As typed and as normalised. */
    static Set<String> words(String typed) {
        String raw = typed.strip();
        return new LinkedHashSet<>(List.of(raw, Normal.text(raw)));
    }

    private void build() {
        index.build(list, sink -> kind.programme().database().transact(em -> {
            UUID last = null;
            List<T> rows;
            do {
                rows = rows(em, last);
                rows.forEach(sink);
                last = rows.isEmpty() ? last : rows.getLast().id();
                em.clear();
            } while (rows.size() == CHUNK);
            return null;
        }));
    }

    private List<T> rows(EntityManager em, UUID after) {
        RecordWhere where = new RecordWhere();
        if (after != null) {
            where.and("r.id > " + where.value(after));
        }
        return where.bind(em.createQuery(
                        "select r from " + kind.entityName(em) + " r" + where.jpql() + " order by r.id",
                        kind.type().entity()))
                .setMaxResults(CHUNK)
                .getResultList();
    }

    private jakarta.persistence.TypedQuery<UUID> ids(EntityManager em) {
        return em.createQuery("select r.id from " + kind.entityName(em) + " r", UUID.class);
    }

    static RecordWhere among(RecordWhere where, java.util.Collection<UUID> ids) {
        return new RecordWhere(where).among(ids);
    }
}
