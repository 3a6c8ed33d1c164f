package org.shishi.core.organisation;

import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private record Named(Organisation body, List<String> names, List<String> initials, CollationKey order) {}

    /** After all that is found by its name. */
    private static final int BY_CODE = 3;

    private final Map<UUID, Named> byId = new HashMap<>();
    private final Map<UUID, List<Organisation>> children = new HashMap<>();
    private final Map<String, List<Organisation>> byName = new HashMap<>();
    private final Map<String, Organisation> byCode = new HashMap<>();
    private final List<Organisation> secondLevel;
    private final Organisation city;
    private final Past past;

    private Tree(Collection<Organisation> all, Past past) {
        this.past = past;
        Collator chinese = Collator.getInstance(Locale.CHINA);
        List<Named> sorted =
                all.stream().map(body -> named(body, chinese)).sorted(order()).toList();
        for (Named named : sorted) {
            Organisation body = named.body;
            byId.put(body.id(), named);
            if (body.code() != null) {
                byCode.put(body.code(), body);
            }
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
        List<String> initials = names.stream().map(Initials::of).distinct().toList();
        return new Named(body, names, initials, chinese.getCollationKey(body.name()));
    }

    static Tree of(Collection<Organisation> all, Past past) {
        return new Tree(all, past);
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

    Optional<Organisation> byCode(String code, LocalDate day) {
        return Optional.ofNullable(byCode.get(Bodies.code(code))).filter(body -> valid(body, day));
    }

    Optional<Organisation> secondLevelOf(UUID id) {
        Optional<Organisation> at = byId(id);
        while (at.isPresent() && !at.get().secondLevel()) {
            at = at.map(Organisation::parentId).flatMap(this::byId);
        }
        return at;
    }

    /** A body as it was on a day: its name, its parent and the way up to it. */
    Optional<Organisation> byId(UUID id, LocalDate day) {
        return byId(id).map(body -> new Organisation(
                id,
                body.type(),
                past.name(id, day, body.name()),
                body.aliases(),
                past.parent(id, day, body.parentId()),
                path(id, day),
                body.district(),
                body.suburban(),
                body.validFrom(),
                body.validTo(),
                body.code()));
    }

    private String path(UUID id, LocalDate day) {
        StringBuilder path = new StringBuilder();
        Set<UUID> passed = new HashSet<>();
        for (UUID at = id; at != null && passed.add(at); at = parent(at, day)) {
            path.insert(0, at + "/");
        }
        return path.toString();
    }

    private UUID parent(UUID id, LocalDate day) {
        return past.parent(id, day, byId(id).map(Organisation::parentId).orElse(null));
    }

    Optional<Organisation> secondLevelOf(UUID id, LocalDate day) {
        UUID at = id;
        Set<UUID> passed = new HashSet<>();
        while (at != null && passed.add(at)) {
            Organisation body = byId(at).orElse(null);
            if (body != null && body.secondLevel()) {
                return byId(at, day);
            }
            at = parent(at, day);
        }
        return Optional.empty();
    }

    /**
     * Best first: the code or the whole name, its begin, within it, the initials of its pinyin; shorter names before longer
     * ones.
     *
     * @param below whether the bodies below {@code scope} are looked at, too
     */
    List<Organisation> search(Organisation scope, boolean below, String text, LocalDate day, int limit) {
        String wanted = NameKey.of(text);
        return byId.values().stream()
                .filter(named ->
                        below ? named.body.within(scope) : named.body.id().equals(scope.id()))
                .filter(named -> valid(named.body, day))
                .map(named -> new Hit(named.body, rank(named, wanted)))
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

    private static int rank(Named named, String wanted) {
        String code = named.body.code();
        if (code != null && code.equalsIgnoreCase(wanted)) {
            return 0;
        }
        int byName = rank(named.names, wanted);
        if (byName < Integer.MAX_VALUE || !Initials.possible(wanted)) {
            return byName;
        }
        if (code != null && code.regionMatches(true, 0, wanted, 0, wanted.length())) {
            return BY_CODE;
        }
        int byInitials = rank(named.initials, wanted);
        return byInitials == Integer.MAX_VALUE ? byInitials : BY_CODE + 1 + byInitials;
    }

    private static int rank(List<String> names, String wanted) {
        int best = Integer.MAX_VALUE;
        for (String name : names) {
            best = Math.min(best, rank(name, wanted));
        }
        return best;
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
