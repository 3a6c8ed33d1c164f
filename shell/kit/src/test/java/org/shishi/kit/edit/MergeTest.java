package org.shishi.kit.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MergeTest {

    private static Map<String, Object> values(Object name, Object sum, Object day) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("sum", sum);
        values.put("day", day);
        return values;
    }

    @Test
    void showsOnlyWhatTheOtherChanged() {
        Merge merge = new Merge(values("a", 1, null), values("b", 1, "d"), values("c", 2, null));
        assertEquals(
                List.of(
                        new Merge.Difference("name", "a", "b", "c", true),
                        new Merge.Difference("day", null, "d", null, false)),
                merge.differences());
    }

    @Test
    void sameChangeByBothIsNoConflict() {
        Merge merge = new Merge(values("a", 1, null), values("b", 1, null), values("b", 1, null));
        assertEquals(List.of(new Merge.Difference("name", "a", "b", "b", false)), merge.differences());
    }

    @Test
    void onlyWhatIChangedIsMine() {
        Merge merge = new Merge(values("a", 1, "d"), values("b", 1, "e"), values("a", 2, null));
        Map<String, Object> mine = new LinkedHashMap<>();
        mine.put("sum", 2);
        mine.put("day", null);
        assertEquals(mine, merge.myChanges());
    }
}
