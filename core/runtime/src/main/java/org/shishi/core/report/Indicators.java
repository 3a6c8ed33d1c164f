package org.shishi.core.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.text.Text;
import org.shishi.core.record.RecordWhere;
import org.shishi.core.record.Selection;

/** Counts what a programme's indicators mean. */
final class Indicators {

    private final ProgrammeContext programme;

    Indicators(ProgrammeContext programme) {
        this.programme = programme;
    }

    /** Within the caller's scope; the target is the city's and shown to nobody else. */
    IndicatorValue now(Caller caller, Indicator indicator, BigDecimal elapsed, Instant asOf) {
        boolean city = caller.organisation().type() == OrgType.CITY;
        return Progress.value(
                indicator.code(),
                title(indicator),
                caller.organisation().id(),
                city ? target(indicator) : null,
                count(caller, indicator, indicator.type()),
                elapsed,
                asOf);
    }

    private long count(Caller caller, Indicator indicator, RecordType<?> type) {
        return programme.database().read(em -> {
            RecordWhere where =
                    Selection.of(em, caller, programme, type, Map.of()).and("(" + indicator.condition() + ")");
            String entity = em.getMetamodel().entity(type.entity()).getName();
            return where.bind(em.createQuery("select count(r) from " + entity + " r" + where.jpql(), Long.class))
                    .getSingleResult();
        });
    }

    Map<UUID, Long> byOwner(Indicator indicator) {
        Map<UUID, Long> counts = new HashMap<>();
        programme
                .database()
                .read(em -> {
                    String entity =
                            em.getMetamodel().entity(indicator.type().entity()).getName();
                    return em.createQuery(
                                    "select r.head.ownerOrg, count(r) from " + entity + " r where ("
                                            + indicator.condition() + ") group by r.head.ownerOrg",
                                    Object[].class)
                            .getResultList();
                })
                .forEach(row -> counts.put((UUID) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    Long target(Indicator indicator) {
        return indicator.targetParameter() == null
                ? null
                : programme
                        .edition()
                        .value(indicator.targetParameter())
                        .map(value -> ((Number) value).longValue())
                        .orElse(null);
    }

    Text title(Indicator indicator) {
        return programme.texts().get("indicator." + indicator.code());
    }

    List<Indicator> all() {
        return programme.descriptor().indicators();
    }
}
