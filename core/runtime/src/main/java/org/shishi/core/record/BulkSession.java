package org.shishi.core.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.Document;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.people.Claim;
import org.shishi.core.people.Ledger;
import org.shishi.core.persistence.Inserts;
import org.shishi.core.rule.Verdict;

/** One import. */
final class BulkSession<T extends ProgrammeRecord> implements BulkRecords.Session<T> {

    /** How often a chunk looks again whose keys others took at the same moment. */
    private static final int ATTEMPTS = 10;

    private static final int LONGEST_SOURCE = 300;

    /** A row on its way. */
    private static final class Row<T> {
        private final T record;
        private List<Violation> violations = List.of();
        private List<Violation> warnings = List.of();
        private UUID hash;

        private Row(T record) {
            this.record = record;
        }

        private boolean good() {
            return violations.isEmpty();
        }
    }

    private final Desk<T> desk;
    private final Kind<T> kind;
    private final Creating<T> creating;
    private final Caller caller;
    private final String source;
    private final UUID importId;
    private final KeyMemory checked = new KeyMemory();
    /** Places in exclusion groups that good rows of a dry run would take. */
    private final KeyMemory places = new KeyMemory();

    private final Map<UUID, List<TodoPlan.Item>> todos = new HashMap<>();
    private long saved;

    BulkSession(Desk<T> desk, Caller caller, String source, UUID importId) {
        this.importId = importId;
        this.desk = desk;
        this.kind = desk.kind;
        this.creating = new Creating<>(desk);
        this.caller = caller;
        this.source = source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
    }

    @Override
    public UUID importId() {
        return importId;
    }

    @Override
    public long saved() {
        return saved;
    }

    @Override
    public List<Verdict> check(List<T> rows) {
        return kind.programme().database().read(em -> {
            Context context = context(em);
            List<Row<T>> all = judge(em, rows, context);
            judgePlaces(all, true);
            judgeKeys(all, context, hash -> !checked.contains(hash), checked::add);
            em.clear();
            return told(all);
        });
    }

    @Override
    public List<Verdict> insert(List<T> rows) {
        List<Row<T>> all = Faults.translated(() -> kind.programme().database().transact(em -> insert(em, rows)));
        saved += all.stream().filter(Row::good).count();
        return told(all);
    }

    private List<Row<T>> insert(EntityManager em, List<T> rows) {
        Context context = context(em);
        List<Row<T>> all = judge(em, rows, context);
        desk.persons.register(caller, good(all));
        takePlaces(all);
        List<Row<T>> placed = all.stream().filter(Row::good).toList();
        claim(all, context);
        forget(placed);
        List<T> good = all.stream().filter(Row::good).map(row -> row.record).toList();
        if (good.isEmpty()) {
            return all;
        }
        if (saved == 0) {
            desk.imports.begin(kind, importId, caller, source, context.now());
        }
        good.forEach(record -> record.head().importId(importId));
        NewRecords.save(kind, em, good, context);
        good.forEach(record -> desk.persons.consent(caller, record));
        keep(good, context);
        return all;
    }

    private static <T> List<T> good(List<Row<T>> rows) {
        return rows.stream().filter(Row::good).map(row -> row.record).toList();
    }

    /** Adds what excludes a row: what is stored, and good rows before it in the file. */
    private void judgePlaces(List<Row<T>> rows, boolean dry) {
        if (kind.programme().descriptor().exclusions().isEmpty()
                || kind.type().participations().isEmpty()) {
            return;
        }
        List<Claim> all = rows.stream()
                .flatMap(row -> Claim.of(kind.type(), row.record).stream())
                .toList();
        Ledger.Verdicts verdicts = desk.services.ledger().look(kind.programme(), all);
        for (Row<T> row : rows) {
            List<Claim> claims = Claim.of(kind.type(), row.record);
            List<Violation> found = new ArrayList<>(row.violations);
            List<Violation> noted = new ArrayList<>();
            for (Claim claim : claims) {
                found.addAll(verdicts.refusals(claim));
                noted.addAll(verdicts.warnings(claim));
                if (dry) {
                    found.addAll(verdicts.refusals(claim, places::contains));
                    noted.addAll(verdicts.warnings(claim, places::contains));
                }
            }
            row.violations = kind.type().inRuleOrder(found);
            row.warnings = Validation.distinct(noted);
            if (row.good()) {
                for (Claim claim : claims) {
                    if (dry) {
                        verdicts.places(claim, places::contains).forEach(places::add);
                    }
                    verdicts.taken(claim);
                }
            }
        }
    }

    /** Judges and takes the places of the good rows; again when somebody was faster in between. */
    private void takePlaces(List<Row<T>> rows) {
        if (kind.type().participations().isEmpty()) {
            return;
        }
        List<List<Violation>> before = verdicts(rows);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            judgePlaces(rows, false);
            List<Claim> claims = rows.stream()
                    .filter(Row::good)
                    .flatMap(row -> Claim.of(kind.type(), row.record).stream())
                    .toList();
            if (desk.services.ledger().writeNew(kind.programme(), claims)) {
                return;
            }
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).violations = before.get(i);
            }
        }
        throw new RefusedException(Faults.STALE, null);
    }

    /** Rows that took places and then lost their key. */
    private void forget(List<Row<T>> placed) {
        List<UUID> lost = placed.stream()
                .filter(row -> !row.good())
                .map(row -> row.record.id())
                .toList();
        if (!lost.isEmpty() && !kind.type().participations().isEmpty()) {
            desk.services.core().transact(handle -> {
                desk.services.ledger().forget(handle, lost);
                return null;
            });
        }
    }

    /** Everything but keys and places. */
    private List<Row<T>> judge(EntityManager em, List<T> rows, Context context) {
        List<Row<T>> all = new ArrayList<>(rows.size());
        Map<Document, UUID> known = desk.persons.findAll(rows);
        for (T record : rows) {
            Row<T> row = new Row<>(record);
            try {
                creating.admit(em, caller, record, context.now());
                desk.validation.prepare(record);
                row.violations = desk.validation.withoutKey(record, context, known::get);
                row.hash = desk.validation.keyHash(record).orElse(null);
            } catch (RefusedException e) {
                row.violations = e.violations();
            }
            all.add(row);
        }
        return all;
    }

    /**
     * Adds the conflicts of keys: with what is stored, and with good rows before. Bad rows hear of conflicts with what is
     * stored, too, but take no key.
     *
     * @return the years in which others hold the keys
     */
    private Map<UUID, List<Integer>> judgeKeys(
            List<Row<T>> rows, Context context, Predicate<UUID> free, Predicate<UUID> take) {
        Map<UUID, List<Integer>> held = desk.keys.years(
                kind,
                rows.stream().map(row -> row.hash).filter(hash -> hash != null).collect(Collectors.toSet()));
        for (Row<T> row : rows) {
            if (row.hash != null) {
                List<Integer> years = held.getOrDefault(row.hash, List.of());
                if (row.good() && !years.contains(kind.year()) && !free.test(row.hash)) {
                    years = with(years, kind.year());
                }
                List<Violation> conflicts = desk.validation.conflicts(row.record, years, context);
                if (!conflicts.isEmpty()) {
                    List<Violation> both = new ArrayList<>(row.violations);
                    both.addAll(conflicts);
                    row.violations = kind.type().inRuleOrder(both);
                } else if (row.good()) {
                    take.test(row.hash);
                }
            }
        }
        return held;
    }

    /** Judges the keys and takes those of the good rows; again when somebody was faster in between. */
    private void claim(List<Row<T>> rows, Context context) {
        List<List<Violation>> before = verdicts(rows);
        for (int attempt = 1; ; attempt++) {
            KeyMemory chunk = new KeyMemory();
            Map<UUID, List<Integer>> held = judgeKeys(rows, context, hash -> !chunk.contains(hash), chunk::add);
            Map<UUID, UUID> wanted = new HashMap<>();
            for (Row<T> row : rows) {
                // A key of this year that somebody holds and the type tolerates stays with its holder.
                boolean free = row.hash != null
                        && !held.getOrDefault(row.hash, List.of()).contains(kind.year());
                if (row.good() && free) {
                    wanted.putIfAbsent(row.hash, row.record.id());
                }
            }
            boolean taken = desk.services
                    .core()
                    .transact(handle -> Inserts.unlessTaken(handle, () -> desk.keys.claimAll(handle, kind, wanted)));
            if (taken) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new RefusedException(Faults.STALE, null);
            }
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).violations = before.get(i);
            }
        }
    }

    private void keep(List<T> good, Context context) {
        Map<UUID, List<T>> byOwner = good.stream()
                .collect(Collectors.groupingBy(
                        record -> record.head().ownerOrg(), LinkedHashMap::new, Collectors.toList()));
        desk.services.core().transact(handle -> {
            byOwner.forEach((owner, records) -> desk.todos.insertNew(
                    handle, kind, records, todos.computeIfAbsent(owner, this::plan), context.now()));
            return null;
        });
        desk.imports.saved(importId, good.size());
        desk.trail.imported(caller, kind, importId, source, good.size());
    }

    private List<TodoPlan.Item> plan(UUID owner) {
        return TodoPlan.of(kind, kind.firstState(), owner, desk.services.organisations());
    }

    private Context context(EntityManager em) {
        return new Context(caller, kind.programme(), em, desk.services, null);
    }

    private static List<Integer> with(Collection<Integer> years, int year) {
        List<Integer> more = new ArrayList<>(years);
        more.add(year);
        return more;
    }

    private static <T> List<Verdict> told(List<Row<T>> rows) {
        return rows.stream()
                .map(row -> new Verdict(row.violations, row.warnings))
                .toList();
    }

    private static <T> List<List<Violation>> verdicts(List<Row<T>> rows) {
        return rows.stream().map(row -> row.violations).toList();
    }
}
