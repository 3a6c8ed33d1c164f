package org.shishi.core.organisation;

import java.text.CollationKey;
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

    /** A body with its names as they are compared, made once: searching looks at all of them. */
    private record Named(Organisation body, List<String> names, CollationKey order) {}

    private final Map<UUID, Named> byId = new HashMap<>();
    private final Map<UUID, List<Organisation>> children = new HashMap<>();
    private final Map<String, List<Organisation>> byName = new HashMap<>();
    private final List<Organisation> secondLevel;
    private final Organisation city;

    private Tree(Collection<Organisation> all) {
        Collator chinese = Collator.getInstance(Locale.CHINA);
        List<Named> sorted =
                all.stream().map(body -> named(body, chinese)).sorted(order()).toList();
        for (Named named : sorted) {
            Organisation body = named.body;
            byId.put(body.id(), named);
            if (body.parentId() != null) {
                children.computeIfAbsent(body.parentId(), id -> new ArrayList<>())
                        .add(body);
            }
            named.names.forEach(name ->
                    byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(body));
        }
        city = all.stream()
                .filter(body -> body.type() == OrgType.CITY)
                .findFirst()
                .orElse(null);
        secondLevel = sorted.stream()
                .map(Named::body)
                .filter(Organisation::secondLevel)
                .toList();
    }

    private static Named named(Organisation body, Collator chinese) {
        List<String> names = Stream.concat(Stream.of(body.name()), body.aliases().stream())
                .map(NameKey::of)
                .distinct()
                .toList();
        return new Named(body, names, chinese.getCollationKey(body.name()));
    }

    static Tree of(Collection<Organisation> all) {
        return new Tree(all);
    }

    /** Districts in the order of GB/T 2260, then bureau unions, then the rest; by name in Chinese order. */
    private static Comparator<Named> order() {
        return Comparator.comparing((Named named) -> named.body.type())
                .thenComparing(
                        named -> named.body.type() == OrgType.DISTRICT ? named.body.district() : null,
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Named::order)
                .thenComparing(named -> named.body.id());
    }

    static boolean valid(Organisation body, LocalDate day) {
        return (body.validFrom() == null || !day.isBefore(body.validFrom()))
                && (body.validTo() == null || !day.isAfter(body.validTo()));
    }

    Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(byId.get(id)).map(Named::body);
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
        Optional<Organisation> at = byId(id);
        while (at.isPresent() && !at.get().secondLevel()) {
            at = at.map(Organisation::parentId).flatMap(this::byId);
        }
        return at;
    }

    /**
     * Best first: the whole name, its begin, within it; shorter names before longer ones.
     *
     * @param below whether the bodies below {@code scope} are looked at, too
     */
    List<Organisation> search(Organisation scope, boolean below, String text, LocalDate day, int limit) {
        String wanted = NameKey.of(text);
        return byId.values().stream()
                .filter(named ->
                        below ? named.body.within(scope) : named.body.id().equals(scope.id()))
                .filter(named -> valid(named.body, day))
                .map(named -> new Hit(named.body, rank(named.names, wanted)))
                .filter(hit -> hit.rank < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparing(hit -> hit.body.type())
                        .thenComparing(hit -> hit.body.name().length())
                        .thenComparing(hit -> hit.body.name()))
                .limit(limit)
                .map(Hit::body)
                .toList();
    }

    private record Hit(Organisation body, int rank) {}

    private static int rank(List<String> names, String wanted) {
        return names.stream().mapToInt(name -> rank(name, wanted)).min().orElse(Integer.MAX_VALUE);
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
}
