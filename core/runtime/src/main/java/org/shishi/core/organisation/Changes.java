package org.shishi.core.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.Violation;

/** What each change consists of. */
final class Changes {

    private final Doing doing;

    Changes(Doing doing) {
        this.doing = doing;
    }

    /** The body that the change is about. */
    UUID run(OrgChange change) {
        switch (change) {
            case OrgChange.Move move -> doing.move(doing.changed(move.id(), "id"), doing.open(move.parent(), "parent"));
            case OrgChange.Rename rename ->
                doing.rename(doing.changed(rename.id(), "id"), rename.name(), rename.keepOld());
            case OrgChange.Merge merge -> merge(merge);
            case OrgChange.Split split -> split(split);
            case OrgChange.Close close -> close(close);
        }
        return subject(change);
    }

    static UUID subject(OrgChange change) {
        return switch (change) {
            case OrgChange.Move move -> move.id();
            case OrgChange.Rename rename -> rename.id();
            case OrgChange.Merge merge -> merge.into();
            case OrgChange.Split split -> split.id();
            case OrgChange.Close close -> close.id();
        };
    }

    private void merge(OrgChange.Merge merge) {
        Organisation into = doing.changed(merge.into(), "into");
        Set<UUID> from = new LinkedHashSet<>(merge.from());
        if (from.isEmpty()) {
            doing.refuse(Violation.of("CORE-ORG-MERGE", "from"));
        }
        List<String> names = new ArrayList<>();
        for (UUID id : from) {
            Organisation body = doing.changed(id, "from");
            if (body.type() != into.type() || body.type() == OrgType.CITY) {
                doing.refuse(Violation.of("CORE-ORG-MERGE", "from"));
                continue;
            }
            List<Violation> cycle = doing.cycle(body, into);
            if (!cycle.isEmpty()) {
                cycle.forEach(doing::refuse);
                continue;
            }
            doing.rows
                    .children(id)
                    .forEach(child ->
                            doing.move(child, doing.rows.find(into.id()).orElseThrow()));
            doing.close(body, lastDay(body));
            doing.handOver(body, into);
            if (merge.keepNames()) {
                Stream.concat(Stream.of(body.name()), body.aliases().stream()).forEach(names::add);
            }
        }
        if (!names.isEmpty()) {
            doing.alias(doing.rows.find(into.id()).orElseThrow(), names);
        }
    }

    /** Yesterday, so that from today on nobody finds it any more; for one that began today, today. */
    private LocalDate lastDay(Organisation body) {
        LocalDate yesterday = doing.today.minusDays(1);
        return body.validFrom() != null && body.validFrom().isAfter(yesterday) ? body.validFrom() : yesterday;
    }

    private void split(OrgChange.Split split) {
        Organisation body = doing.changed(split.id(), "id");
        if (split.parts().isEmpty() || body.type() == OrgType.CITY) {
            doing.refuse(Violation.of("CORE-ORG-SPLIT", "parts"));
            return;
        }
        Organisation parent = doing.any(body.parentId());
        List<Organisation> children = doing.rows.children(body.id());
        Set<UUID> given = new LinkedHashSet<>();
        Organisation heir = null;
        for (int i = 0; i < split.parts().size(); i++) {
            OrgChange.Part part = split.parts().get(i);
            Organisation made = Bodies.part(body, parent, part, doing.today);
            int faults = doing.wrong().size();
            doing.create(made, parent, body);
            boolean there = doing.wrong().size() == faults;
            heir = i == 0 ? made : heir;
            for (UUID id : part.children()) {
                Organisation child = children.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElse(null);
                if (child == null || !given.add(id)) {
                    doing.refuse(Violation.of("CORE-ORG-SPLIT", "parts[" + i + "].children"));
                } else if (there) {
                    doing.move(child, made);
                }
            }
        }
        if (split.close() && doing.wrong().isEmpty()) {
            Organisation first = heir;
            children.stream().filter(child -> !given.contains(child.id())).forEach(child -> doing.move(child, first));
            doing.close(body, lastDay(body));
            doing.handOver(body, first);
        }
    }

    private void close(OrgChange.Close close) {
        Organisation body = doing.changed(close.id(), "id");
        if (close.lastDay() == null) {
            doing.refuse(Violation.of("CORE-MISSING", "lastDay"));
            return;
        }
        List<Organisation> open = doing.rows.within(body.id()).stream()
                .filter(one -> !one.id().equals(body.id()))
                .filter(one -> one.validTo() == null || one.validTo().isAfter(close.lastDay()))
                .toList();
        if (!open.isEmpty() && !close.below()) {
            doing.refuse(Violation.of("CORE-ORG-BELOW", "below", open.size()));
        }
        // The lowest first, so that nothing ever hangs under what is closed.
        if (close.below()) {
            open.reversed().forEach(one -> doing.close(doing.rows.find(one.id()).orElseThrow(), close.lastDay()));
        }
        doing.close(body, close.lastDay());
    }
}
