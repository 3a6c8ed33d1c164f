package org.shishi.kit.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RangesTest {

    @Test
    void openEndsStayOpen() {
        assertEquals(List.of("1..2"), Ranges.write("1", "2"));
        assertEquals(List.of("1.."), Ranges.write("1", null));
        assertEquals(List.of("..2"), Ranges.write(null, "2"));
        assertEquals(List.of(), Ranges.write(null, null));
    }

    @Test
    void whatWasWrittenIsReadBack() {
        assertEquals(new Ranges.Range("1", "2"), Ranges.read(List.of("1..2")));
        assertEquals(new Ranges.Range("1", null), Ranges.read(List.of("1..")));
        assertEquals(new Ranges.Range(null, "2"), Ranges.read(List.of("..2")));
        assertEquals(new Ranges.Range(null, null), Ranges.read(List.of()));
    }

    @Test
    void aSingleValueIsBothEnds() {
        assertEquals(new Ranges.Range("7", "7"), Ranges.read(List.of("7")));
    }
}
