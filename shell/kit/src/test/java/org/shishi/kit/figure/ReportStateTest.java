package org.shishi.kit.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shishi.api.report.ReportTable;
import org.shishi.kit.Sample;

final class ReportStateTest {

    private static final ReportTable TABLE = ReportTable.of("overview", Sample.TYPE)
            .by(ReportTable.STATUS, ReportTable.SECOND_LEVEL, "district", "open")
            .count()
            .money("sum", "sum(r.sumFen)")
            .build();

    private static ReportState of(String query) {
        return ReportState.of(QueryParameters.fromString(query), TABLE);
    }

    private static Optional<Map<String, List<String>>> link(List<String> by, String... keys) {
        return RowLink.of(TABLE, by, Arrays.asList(keys), Map.of("colour", List.of("RED")))
                .map(QueryParameters::getParameters);
    }

    @Test
    void goesByTheFirstDimensionAndMeasureUnlessAsked() {
        assertEquals(new ReportState(List.of("status"), "count", Map.of()), of(""));
        assertEquals(of(""), of("by=nothing&measure=nothing&phone=1"));
    }

    @Test
    void anAddressIsReadAndWrittenBack() {
        ReportState state = of("by=district&by=status&measure=sum&colour=RED");
        assertEquals(List.of("district", "status"), state.by());
        assertEquals(state, ReportState.of(state.address(), TABLE));
    }

    @Test
    void aRowLeadsToItsRecords() {
        assertEquals(
                Optional.of(Map.of("status", List.of("DRAFT"), "owner", List.of("o-1"), "colour", List.of("RED"))),
                link(List.of("status", "secondLevel"), "DRAFT", "o-1"));
    }

    @Test
    void aRowThatTheListCannotAskForLeadsNowhere() {
        assertEquals(Optional.empty(), link(List.of("open"), "true"));
        assertEquals(Optional.empty(), link(List.of("district"), (String) null));
    }
}
