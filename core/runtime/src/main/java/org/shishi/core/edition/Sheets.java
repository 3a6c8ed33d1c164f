package org.shishi.core.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.EditionAdmin.Head;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Revision;
import org.shishi.api.platform.EditionAdmin.Sheet;
import org.shishi.api.platform.EditionAdmin.Status;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.record.LiveYears;

/** Editions as people read them, from the database: as good while the bundle is away. */
final class Sheets {

    private final EditionDesk desk;
    private final LiveYears live;

    Sheets(EditionDesk desk, LiveYears live) {
        this.desk = desk;
        this.live = live;
    }

    List<Head> all() {
        return desk.database().read(handle -> {
            EditionRows rows = new EditionRows(handle);
            Map<String, Text> titles = rows.titles();
            return rows.all().stream()
                    .map(row -> whole(handle, row, titles, desk.today()).head())
                    .toList();
        });
    }

    Sheet of(EditionKey key, LocalDate day) {
        return desk.database().read(handle -> {
            EditionRows rows = new EditionRows(handle);
            EditionRows.Row row = rows.find(key).orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
            return whole(handle, row, rows.titles(), Optional.ofNullable(day).orElseGet(desk::today));
        });
    }

    Revision one(StoredRevision revision) {
        return of(revision.edition(), null).numbers().stream()
                .flatMap(number -> number.revisions().stream())
                .filter(each -> each.id().equals(revision.id()))
                .findFirst()
                .orElseThrow();
    }

    private Sheet whole(Handle handle, EditionRows.Row row, Map<String, Text> titles, LocalDate day) {
        RevisionRows rows = new RevisionRows(handle);
        List<StoredRevision> stored = rows.of(row.key());
        Decided decided = Decided.of(row.state(), row.stamp(), stored, List.of());
        Map<String, List<StoredRevision>> byName = stored.stream().collect(Collectors.groupingBy(StoredRevision::name));
        List<Number> numbers = new EditionRows(handle)
                .definitions(row.key()).stream()
                        .map(definition -> number(
                                definition,
                                decided,
                                byName.getOrDefault(definition.parameter().name(), List.of()),
                                day))
                        .toList();
        return new Sheet(head(row, titles, numbers), day, numbers, rows.extensions(row.key()));
    }

    private static Number number(
            EditionRows.Definition definition, Decided decided, List<StoredRevision> revisions, LocalDate day) {
        EditionParameter declared = definition.parameter();
        List<Revision> shown = revisions.reversed().stream()
                .map(revision -> revision(declared, revision, decided, day))
                .toList();
        return new Number(declared.with(decided.value(declared, day)), definition.title(), declared.value(), shown);
    }

    private static Revision revision(
            EditionParameter declared, StoredRevision revision, Decided decided, LocalDate day) {
        return new Revision(
                revision.id(),
                revision.name(),
                read(declared, revision.json()),
                before(declared, revision, decided, day),
                revision.validFrom(),
                revision.status(),
                revision.copied(),
                revision.reason(),
                revision.byName(),
                revision.at(),
                revision.decision(),
                revision.decidedName(),
                revision.decidedAt());
    }

    /** What would count on its first day if it were not there. */
    private static Object before(EditionParameter declared, StoredRevision revision, Decided decided, LocalDate day) {
        LocalDate first = revision.validFrom() == null ? day : revision.validFrom();
        List<StoredRevision> others = decided.counting().getOrDefault(declared.name(), List.of()).stream()
                .filter(each -> !each.id().equals(revision.id()))
                .filter(each -> !revision.counts() || StoredRevision.ORDER.compare(each, revision) < 0)
                .toList();
        return Decided.of(decided.state(), decided.stamp(), others, List.of()).value(declared, first);
    }

    private static Object read(EditionParameter declared, String json) {
        try {
            return PlainJson.read(ParameterType.of(declared.type()), json);
        } catch (ParameterFault.Unfit e) {
            // Of another type in an earlier version of the bundle.
            return json;
        }
    }

    private Head head(EditionRows.Row row, Map<String, Text> titles, List<Number> numbers) {
        EditionKey key = row.key();
        return new Head(
                key.programmeId(),
                key.year(),
                titles.getOrDefault(key.programmeId(), Text.same(key.programmeId())),
                row.state(),
                live.has(key.programmeId(), key.year()),
                row.copiedFrom(),
                count(numbers, Status.DRAFT),
                count(numbers, Status.UNCONFIRMED),
                (int) numbers.stream().filter(each -> each.parameter().empty()).count());
    }

    private static int count(List<Number> numbers, Status status) {
        return (int) numbers.stream()
                .filter(each -> !each.revisions(status).isEmpty())
                .count();
    }
}
