package org.shishi.core.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;

/** What the indicators said each night. */
final class Snapshots {

    private static final int AT_ONCE = 500;
    /** Older ones are kept for the last day of each month only. */
    private static final int DAILY_FOR_DAYS = 62;

    /** A number as it is stored. */
    private record Stored(
            String code, UUID organisation, Text title, Long target, long actual, LocalDate day, Instant asOf) {}

    private final CoreDatabase core;

    Snapshots(CoreDatabase core) {
        this.core = core;
    }

    /** @return how many values were written */
    int write(Indicators indicators, String programmeId, int year, LocalDate day, UUID city, Instant asOf) {
        return core.transact(handle -> {
            handle.createUpdate("delete from core.indicator_value where programme_id = :programme"
                            + " and edition_year = :year and (snapshot_day = :day or snapshot_day < :old"
                            + " and extract(day from snapshot_day + interval '1' day) <> 1)")
                    .bind("programme", programmeId)
                    .bind("year", year)
                    .bind("day", day)
                    .bind("old", day.minusDays(DAILY_FOR_DAYS))
                    .execute();
            List<Stored> values = new ArrayList<>();
            indicators.all().forEach(indicator -> {
                Map<UUID, Long> sums = upTheTree(handle, indicators.byOwner(indicator));
                sums.putIfAbsent(city, 0L);
                sums.forEach((organisation, sum) -> values.add(new Stored(
                        indicator.code(),
                        organisation,
                        indicators.title(indicator),
                        organisation.equals(city) ? indicators.target(indicator) : null,
                        sum,
                        day,
                        asOf)));
            });
            insert(handle, programmeId, year, values);
            return values.size();
        });
    }

    /** Each owner counts for itself and for everybody above. */
    private static Map<UUID, Long> upTheTree(Handle handle, Map<UUID, Long> byOwner) {
        Map<UUID, Long> sums = new HashMap<>();
        List<UUID> owners = List.copyOf(byOwner.keySet());
        for (int from = 0; from < owners.size(); from += AT_ONCE) {
            handle.createQuery("select organisation_id, ancestor_id from core.organisation_within"
                            + " where organisation_id in (<owners>)")
                    .bindList("owners", owners.subList(from, Math.min(owners.size(), from + AT_ONCE)))
                    .map((rs, ctx) -> sums.merge(
                            rs.getObject(2, UUID.class), byOwner.get(rs.getObject(1, UUID.class)), Long::sum))
                    .list();
        }
        return sums;
    }

    private static void insert(Handle handle, String programmeId, int year, List<Stored> values) {
        if (values.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into core.indicator_value (programme_id, edition_year, code,"
                + " organisation_id, snapshot_day, title_zh, title_en, target, actual, as_of) values (:programme,"
                + " :year, :code, :organisation, :day, :zh, :en, :target, :actual, :asOf)");
        values.forEach(value -> batch.bind("programme", programmeId)
                .bind("year", year)
                .bind("code", value.code())
                .bind("organisation", value.organisation())
                .bind("day", value.day())
                .bind("zh", value.title().zh())
                .bind("en", value.title().en())
                .bind("target", value.target())
                .bind("actual", value.actual())
                .bind("asOf", value.asOf())
                .add());
        batch.execute();
    }

    /** For an organisation without a number of its own: nothing was counted there. */
    List<IndicatorValue> last(String programmeId, int year, UUID organisation, UUID city) {
        Map<String, Stored> values = new LinkedHashMap<>();
        newest(programmeId, year, organisation, city).forEach(value -> {
            if (value.organisation().equals(organisation)) {
                values.put(value.code(), value);
            } else {
                values.putIfAbsent(
                        value.code(),
                        new Stored(value.code(), organisation, value.title(), null, 0, value.day(), value.asOf()));
            }
        });
        return values.values().stream()
                .map(value -> {
                    BigDecimal elapsed = Progress.elapsed(year, value.day());
                    return Progress.value(
                            value.code(),
                            value.title(),
                            organisation,
                            value.target(),
                            value.actual(),
                            elapsed,
                            value.asOf());
                })
                .toList();
    }

    private List<Stored> newest(String programmeId, int year, UUID organisation, UUID city) {
        return core.read(
                handle -> handle.createQuery("select code, organisation_id, title_zh, title_en, target, actual,"
                                + " snapshot_day, as_of from core.indicator_value where programme_id = :programme"
                                + " and edition_year = :year and organisation_id in (:organisation, :city) and snapshot_day ="
                                + " (select max(snapshot_day) from core.indicator_value where programme_id = :programme"
                                + "  and edition_year = :year) order by code")
                        .bind("programme", programmeId)
                        .bind("year", year)
                        .bind("organisation", organisation)
                        .bind("city", city)
                        .map((rs, ctx) -> new Stored(
                                rs.getString(1),
                                rs.getObject(2, UUID.class),
                                new Text(rs.getString(3), rs.getString(4)),
                                rs.getObject(5, Long.class),
                                rs.getLong(6),
                                rs.getObject(7, LocalDate.class),
                                rs.getObject(8, OffsetDateTime.class).toInstant()))
                        .list());
    }
}
