package org.shishi.core.people;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.people.HoldRows.Held;
import org.shishi.core.people.HoldRows.Hold;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;
import org.shishi.core.persistence.StoredIn;

/**
 * Who takes part in what, and what that excludes (§13.4): written by the record engine in the transaction of the record,
 * kept when the programme leaves. A place in a group is a row whose primary key only one writer can have; who comes second
 * waits for the first and is then told what stands in the way.
 */
@Component(service = Ledger.class)
public final class Ledger {

    private static final int ATTEMPTS = 10;
    private static final String STALE = "CORE-STALE";

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public Ledger(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A programme has opened: what it declares replaces what it declared before.
     *
     * @param storedIn where the rows of an entity stand
     */
    public void declare(ProgrammeContext programme, Function<Class<?>, Optional<StoredIn>> storedIn) {
        database.transact(handle -> {
            new GroupRows(handle).declare(programme);
            new PersonalTables(handle).declare(programme, storedIn);
            return null;
        });
    }

    /** What stands in the way of each claim, refusals and warnings apart; changes nothing. */
    public Verdicts look(ProgrammeContext programme, Collection<Claim> claims) {
        if (claims.isEmpty() || programme.descriptor().exclusions().isEmpty()) {
            return new Verdicts(programme, Map.of());
        }
        return database.read(handle -> look(handle, programme, claims));
    }

    private static Verdicts look(Handle handle, ProgrammeContext programme, Collection<Claim> claims) {
        Set<UUID> subjects = claims.stream().map(Claim::subject).collect(Collectors.toSet());
        return new Verdicts(
                programme, new HoldRows(handle).of(subjects).stream().collect(Collectors.groupingBy(Held::subject)));
    }

    /**
     * Brings the ledger to what a record says now.
     *
     * @throws RefusedException a place is taken: the codes of the groups
     */
    public void write(ProgrammeContext programme, UUID record, List<Claim> claims) {
        database.transact(handle -> {
            PartRows parts = new PartRows(handle, programme.programmeId(), programme.year());
            HoldRows holds = new HoldRows(handle);
            OffsetDateTime now = OffsetDateTime.now(clock);
            Map<UUID, Claim> places = new LinkedHashMap<>();
            Set<Claim> known = new HashSet<>();
            for (PartRows.Part part : parts.of(record)) {
                Claim claim = claims.stream()
                        .filter(each -> each.samePart(part.subject(), part.kind()))
                        .findFirst()
                        .orElse(null);
                if (claim == null) {
                    holds.remove(part.id());
                    parts.delete(part.id());
                    continue;
                }
                known.add(claim);
                if (!part.says(claim)) {
                    parts.update(part.id(), claim, now);
                }
                if (part.counted() && (!claim.counted() || !part.sameTime(claim))) {
                    holds.remove(part.id());
                }
                if (claim.counted() && (!part.counted() || !part.sameTime(claim))) {
                    places.put(part.id(), claim);
                }
            }
            List<PartRows.Fresh> fresh = claims.stream()
                    .filter(claim -> !known.contains(claim))
                    .map(claim -> new PartRows.Fresh(Ids.next(), claim))
                    .toList();
            parts.insert(fresh, now);
            fresh.stream().filter(part -> part.claim().counted()).forEach(part -> places.put(part.id(), part.claim()));
            take(handle, programme, places);
            return null;
        });
    }

    private void take(Handle handle, ProgrammeContext programme, Map<UUID, Claim> places) {
        if (places.isEmpty() || programme.descriptor().exclusions().isEmpty()) {
            return;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Verdicts verdicts = look(handle, programme, places.values());
            List<Violation> refusals = places.values().stream()
                    .flatMap(claim -> verdicts.refusals(claim).stream())
                    .toList();
            if (!refusals.isEmpty()) {
                throw new RefusedException(new ArrayList<>(refusals));
            }
            List<Hold> holds = new ArrayList<>();
            places.forEach((id, claim) -> holds.addAll(verdicts.places(id, claim)));
            if (Inserts.unlessTaken(handle, () -> new HoldRows(handle).insert(holds))) {
                return;
            }
        }
        throw new RefusedException(STALE, null);
    }

    /**
     * The same for new records of an import, whose claims were looked at before; each record's places are taken whole.
     *
     * @return false: somebody took one of the places meanwhile, and nothing is written: look again
     */
    public boolean writeNew(ProgrammeContext programme, List<Claim> claims) {
        if (claims.isEmpty()) {
            return true;
        }
        return database.transact(handle -> {
            Verdicts verdicts = look(handle, programme, claims);
            List<PartRows.Fresh> fresh = new ArrayList<>();
            List<Hold> holds = new ArrayList<>();
            for (Claim claim : claims) {
                UUID id = Ids.next();
                fresh.add(new PartRows.Fresh(id, claim));
                if (claim.counted()) {
                    if (!verdicts.refusals(claim).isEmpty()) {
                        return false;
                    }
                    List<Hold> own = verdicts.places(id, claim);
                    verdicts.taken(own, claim);
                    holds.addAll(own);
                }
            }
            return Inserts.unlessTaken(handle, () -> {
                new PartRows(handle, programme.programmeId(), programme.year())
                        .insert(fresh, OffsetDateTime.now(clock));
                new HoldRows(handle).insert(holds);
            });
        });
    }

    public void forget(Handle handle, List<UUID> records) {
        PartRows.forget(handle, records);
    }

    /**
     * Before money moves: every place that a record's parts need is still its own. One that was never asked for, since its
     * group was declared later, is taken now, unless somebody else has it.
     *
     * @param record the one that the payment rests on
     * @return what stands in the way
     */
    public List<Violation> beforePayment(Handle handle, UUID record) {
        return new Placeless(handle, record).take();
    }

    /** Places by subject, in the eyes of one programme. */
    public static final class Verdicts {

        private final ProgrammeContext programme;
        private final Map<UUID, List<Held>> bySubject;

        Verdicts(ProgrammeContext programme, Map<UUID, List<Held>> bySubject) {
            this.programme = programme;
            this.bySubject = new HashMap<>(bySubject);
        }

        /** Codes with what may be told: programme and year, day, organisation. */
        public List<Violation> refusals(Claim claim) {
            return violations(claim, false);
        }

        public List<Violation> warnings(Claim claim) {
            return violations(claim, true);
        }

        private List<Violation> violations(Claim claim, boolean warns) {
            List<Violation> found = new ArrayList<>();
            for (ExclusionGroup group : GroupRows.of(programme, claim.kind())) {
                if (group.warns() != warns) {
                    continue;
                }
                for (String span : Spans.of(group, claim, programme.year())) {
                    List<Held> others = others(group, claim, span);
                    if (others.size() >= group.most()) {
                        Held first = others.getFirst();
                        found.add(Violation.of(
                                group.refusal(),
                                claim.field(),
                                new org.shishi.api.text.Text(
                                        first.programme().zh() + "（" + first.year() + "）",
                                        first.programme().en() + " (" + first.year() + ")"),
                                first.day() == null ? "" : first.day().toString(),
                                first.organisation() == null ? "" : first.organisation()));
                        break;
                    }
                }
            }
            return found;
        }

        private List<Held> others(ExclusionGroup group, Claim claim, String span) {
            return bySubject.getOrDefault(claim.subject(), List.of()).stream()
                    .filter(held -> held.group().equals(group.code())
                            && held.span().equals(span)
                            && !held.record().equals(claim.record()))
                    .toList();
        }

        /** The same against places that earlier rows of a dry run would have taken. */
        public List<Violation> refusals(Claim claim, Predicate<UUID> promised) {
            return violations(claim, promised, false);
        }

        public List<Violation> warnings(Claim claim, Predicate<UUID> promised) {
            return violations(claim, promised, true);
        }

        private List<Violation> violations(Claim claim, Predicate<UUID> promised, boolean warns) {
            List<Violation> found = new ArrayList<>();
            for (ExclusionGroup group : GroupRows.of(programme, claim.kind())) {
                if (group.warns() != warns) {
                    continue;
                }
                for (String span : Spans.of(group, claim, programme.year())) {
                    if (slot(group, claim, span, promised) > group.most()) {
                        found.add(Violation.of(
                                group.refusal(),
                                claim.field(),
                                programme.texts().get("programme.title"),
                                "",
                                ""));
                        break;
                    }
                }
            }
            return found;
        }

        /** Marks of the places that a row of a dry run would take. */
        public List<UUID> places(Claim claim, Predicate<UUID> promised) {
            List<UUID> marks = new ArrayList<>();
            for (ExclusionGroup group : GroupRows.of(programme, claim.kind())) {
                for (String span : Spans.of(group, claim, programme.year())) {
                    marks.add(mark(group, claim, span, slot(group, claim, span, promised)));
                }
            }
            return marks;
        }

        private int slot(ExclusionGroup group, Claim claim, String span, Predicate<UUID> promised) {
            int slot = others(group, claim, span).size() + 1;
            while (slot <= group.most() && promised.test(mark(group, claim, span, slot))) {
                slot++;
            }
            return slot;
        }

        private static UUID mark(ExclusionGroup group, Claim claim, String span, int slot) {
            return UUID.nameUUIDFromBytes(String.join("/", group.code(), claim.subject() + "", span, slot + "")
                    .getBytes(StandardCharsets.UTF_8));
        }

        /** Free places for a claim that nothing stands in the way of. */
        List<Hold> places(UUID participation, Claim claim) {
            List<Hold> places = new ArrayList<>();
            for (ExclusionGroup group : GroupRows.of(programme, claim.kind())) {
                for (String span : Spans.of(group, claim, programme.year())) {
                    places.add(new Hold(
                            group.code(),
                            claim.subject(),
                            span,
                            slot(group, claim, span, participation),
                            participation));
                }
            }
            return places;
        }

        private int slot(ExclusionGroup group, Claim claim, String span, UUID participation) {
            if (group.warns()) {
                // Nobody is kept out: a number that nobody else has.
                return (int) (participation.getLeastSignificantBits() >>> 33) + 1_000;
            }
            Set<Integer> taken = bySubject.getOrDefault(claim.subject(), List.of()).stream()
                    .filter(held ->
                            held.group().equals(group.code()) && held.span().equals(span))
                    .map(Held::slot)
                    .collect(Collectors.toSet());
            int slot = 1;
            while (taken.contains(slot)) {
                slot++;
            }
            return slot;
        }

        /** Rows of one file stand in each other's way like those that are stored. */
        public void taken(Claim claim) {
            taken(places(Ids.next(), claim), claim);
        }

        private void taken(List<Hold> places, Claim claim) {
            for (Hold place : places) {
                bySubject
                        .computeIfAbsent(claim.subject(), subject -> new ArrayList<>())
                        .add(new Held(
                                place.group(),
                                place.subject(),
                                place.span(),
                                place.slot(),
                                claim.record(),
                                programme.programmeId(),
                                programme.year(),
                                programme.texts().get("programme.title"),
                                claim.from(),
                                null));
            }
        }
    }
}
