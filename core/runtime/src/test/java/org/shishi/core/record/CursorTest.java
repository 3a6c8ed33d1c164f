package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shishi.api.organisation.District;
import org.shishi.api.record.Field;
import org.shishi.api.record.Ids;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.record.workshop.Size;

class CursorTest {

    private static final UUID ID = Ids.next();

    private static <V> Object again(Field<Object, V> sort, V value) {
        Cursor cursor = Cursor.read("list", Cursor.write("list", ID, sort, value), sort);
        assertEquals(ID, cursor.id());
        assertFalse(cursor.lookUp());
        return cursor.value();
    }

    @Test
    void carriesEveryKindOfValue() {
        assertEquals("字 ü", again(Field.text("f", o -> null, (o, v) -> {}), "字 ü"));
        assertEquals(-5, again(Field.integer("f", o -> null, (o, v) -> {}), -5));
        assertEquals(12_345_678_901L, again(Field.money("f", o -> null, (o, v) -> {}), 12_345_678_901L));
        assertEquals(
                new BigDecimal("1.50"), again(Field.decimal("f", o -> null, (o, v) -> {}), new BigDecimal("1.50")));
        LocalDate day = LocalDate.of(2026, 7, 1);
        assertEquals(day, again(Field.date("f", o -> null, (o, v) -> {}), day));
        Instant time = Instant.parse("2026-07-01T04:00:00.123456Z");
        assertEquals(time, again(Field.timestamp("f", o -> null), time));
        assertEquals(false, again(Field.bool("f", o -> null, (o, v) -> {}), false));
        assertEquals(Size.LARGE, again(Field.choice("f", Size.class, o -> null, (o, v) -> {}), Size.LARGE));
        assertEquals(District.PUDONG, again(Field.district("f", o -> null, (o, v) -> {}), District.PUDONG));
        assertNull(again(Field.text("f", o -> null, (o, v) -> {}), null));
        assertEquals(
                ID,
                Cursor.read("list", Cursor.write("list", ID, null, null), null).id());
    }

    @Test
    void keepsSensitiveValuesToItself() {
        Field<Object, String> name =
                Field.<Object>text("f", o -> null, (o, v) -> {}).sensitive(Sensitivity.NAME);
        Cursor cursor = Cursor.read("list", Cursor.write("list", ID, name, "张三"), name);

        assertTrue(cursor.lookUp());
        assertNull(cursor.value());
    }

    @Test
    void anythingElseIsRefused() {
        Field<Object, Integer> sort = Field.integer("f", o -> null, (o, v) -> {});
        String good = Cursor.write("list", ID, sort, 5);
        assertThrows(RefusedException.class, () -> Cursor.read("other list", good, sort));
        for (int i = 0; i < good.length(); i++) {
            char other = good.charAt(i) == 'x' ? 'y' : 'x';
            String changed = good.substring(0, i) + other + good.substring(i + 1);
            // The last character may hold bits that mean nothing.
            if (i < good.length() - 1) {
                assertThrows(RefusedException.class, () -> Cursor.read("list", changed, sort), changed);
            }
        }
        assertThrows(RefusedException.class, () -> Cursor.read("list", "", sort));
        assertThrows(RefusedException.class, () -> Cursor.read("list", "ä/+", sort));
    }
}
