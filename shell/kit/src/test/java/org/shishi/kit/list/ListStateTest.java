package org.shishi.kit.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.record.RecordQuery;
import org.shishi.kit.Sample;
import org.shishi.kit.component.PageFooter.Turn;

final class ListStateTest {

    private static ListState of(String query) {
        return ListState.of(QueryParameters.fromString(query), Sample.TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=abc",
                "status=DRAFT&status=GRANTED",
                "q=abc&colour=RED&sumFen=100..200&sort=-sumFen&after=c1&size=50",
                "before=c2",
                "last=1",
                "owner=00000000-0000-0001-0000-000000000002"
            })
    void anAddressIsReadAndWrittenBack(String query) {
        assertEquals(
                QueryParameters.fromString(query).getParameters(),
                of(query).address().getParameters());
    }

    @Test
    void whatTheTypeDoesNotOfferIsPassedOver() {
        ListState state = of("phone=138&nothing=1&sort=phone&size=7&status=");
        assertEquals(ListState.first(), state);
    }

    @Test
    void theQuerySaysTheSame() {
        RecordQuery query =
                of("q=abc&colour=RED&sort=-sumFen&before=c&size=100").query();
        assertEquals(Map.of("colour", List.of("RED")), query.filters());
        assertEquals("abc", query.search());
        assertEquals("sumFen", query.sort());
        assertTrue(query.descending());
        assertEquals("c", query.after());
        assertTrue(query.backwards());
        assertEquals(100, query.limit());
    }

    @Test
    void otherConditionsOrderOrSizeBeginAtTheFirstPage() {
        ListState state = of("after=c1");
        assertNull(state.asking(Map.of(), "x").cursor());
        assertNull(state.ordered("name", true).cursor());
        assertNull(state.sized(50).cursor());
        assertNull(state.asking(Map.of(), "  ").search());
    }

    @Test
    void pagesTurnByCursor() {
        ListState state = of("q=abc&after=c1");
        assertEquals(of("q=abc"), state.turned(Turn.FIRST, "p", "n"));
        assertEquals(of("q=abc&before=p"), state.turned(Turn.PREVIOUS, "p", "n"));
        assertEquals(of("q=abc&after=n"), state.turned(Turn.NEXT, "p", "n"));
        assertEquals(of("q=abc&last=1"), state.turned(Turn.LAST, "p", "n"));
        assertEquals(of("q=abc"), state.turned(Turn.PREVIOUS, null, "n"));
    }

    @Test
    void pagesAndOrderAskForNothing() {
        assertFalse(of("after=c1&sort=name&size=50").asks());
        assertTrue(of("colour=RED").asks());
        assertTrue(of("q=a").asks());
    }
}
