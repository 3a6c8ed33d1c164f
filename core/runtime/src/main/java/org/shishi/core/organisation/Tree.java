package org.shishi.core.organisation;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;

/**
 * All bodies at one moment, immutable. Some ten thousand of them are a few megabytes; asking them costs no round trip.
 * Bodies outside of their validity are found by id alone.
 */
final class Tree {

    private final Map<UUID, Organisation> byId = new HashMap<>();
    private final Map<UUID, List<Organisation>> children = new HashMap<>();
    private final Map<String, List<Organisation>> byName = new HashMap<>();
    private final List<Organisation> secondLevel;
    private final Organisation city;

    private Tree(Collection<Organisation> all) {
        all.forEach(body -> byId.put(body.id(), body));
        for (Organisation body : all.stream().sorted(order()).toList()) {
            if (body.parentId() != null) {
                children.computeIfAbsent(body.parentId(), id -> new ArrayList<>())
                        .add(body);
            }
            names(body).map(NameKey::of).distinct().forEach(name -> byName.computeIfAbsent(
                            name, key -> new ArrayList<>(1))
                    .add(body));
        }
        city = all.stream()
                .filter(body -> body.type() == OrgType.CITY)
                .findFirst()
                .orElse(null);
        secondLevel =
                all.stream().filter(Organisation::secondLevel).sorted(order()).toList();
    }

    static Tree of(Collection<Organisation> all) {
        return new Tree(all);
    }

    /** Districts in the order of GB/T 2260, then bureau unions, then the rest; by name in Chinese order. */
    private static Comparator<Organisation> order() {
        Collator chinese = Collator.getInstance(Locale.CHINA);
        return Comparator.comparing(Organisation::type)
                .thenComparing(
                        body -> body.type() == OrgType.DISTRICT ? body.district() : null,
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Organisation::name, chinese)
                .thenComparing(Organisation::id);
    }

    static boolean valid(Organisation body, LocalDate day) {
        return (body.validFrom() == null || !day.isBefore(body.validFrom()))
                && (body.validTo() == null || !day.isAfter(body.validTo()));
    }

    Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Organisation city() {
        if (city == null) {
            throw new IllegalStateException("there is no city organisation");
        }
        return city;
    }

    List<Organisation> secondLevel(LocalDate day) {
        return secondLevel.stream().filter(body -> valid(body, day)).toList();
    }

    /** Those of other days, too. */
    List<Organisation> children(UUID id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    Optional<Organisation> byName(String name, LocalDate day) {
        List<Organisation> called = byName.getOrDefault(NameKey.of(name), List.of()).stream()
                .filter(body -> valid(body, day))
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    Optional<Organisation> secondLevelOf(UUID id) {
        Organisation at = byId.get(id);
        while (at != null && !at.secondLevel()) {
            at = byId.get(at.parentId());
        }
        return Optional.ofNullable(at);
    }

    /** Best first: the whole name, its begin, within it; shorter names before longer ones. */
    List<Organisation> search(Stream<Organisation> scope, String text, LocalDate day, int limit) {
        String wanted = NameKey.of(text);
        return scope.filter(body -> valid(body, day))
                .map(body -> new Hit(body, rank(body, wanted)))
                .filter(hit -> hit.rank < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparing(hit -> hit.body.type())
                        .thenComparing(hit -> hit.body.name().length())
                        .thenComparing(hit -> hit.body.name()))
                .limit(limit)
                .map(Hit::body)
                .toList();
    }

    /** A body and those below it. */
    Stream<Organisation> within(Organisation ancestor) {
        return byId.values().stream().filter(body -> body.within(ancestor));
    }

    private record Hit(Organisation body, int rank) {}

    private static int rank(Organisation body, String wanted) {
        return names(body)
                .map(NameKey::of)
                .mapToInt(name -> rank(name, wanted))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static int rank(String name, String wanted) {
        if (name.equals(wanted)) {
            return 0;
        }
        if (name.startsWith(wanted)) {
            return 1;
        }
        return name.contains(wanted) ? 2 : Integer.MAX_VALUE;
    }

    private static Stream<String> names(Organisation body) {
        return Stream.concat(Stream.of(body.name()), body.aliases().stream());
    }
}
