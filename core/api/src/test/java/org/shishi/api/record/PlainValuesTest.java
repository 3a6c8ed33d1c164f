package org.shishi.api.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.organisation.District;
import org.shishi.api.rule.Coded;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

class PlainValuesTest {

    enum Colour {
        RED,
        BLUE
    }

    enum Grade implements Coded {
        FIRST("I"),
        SECOND("II");

        private final String code;

        Grade(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private static final Texts TEXTS = new Texts() {
        private final Map<String, Text> words = Map.of(
                "Colour.RED", new Text("红色", "Red"),
                "Colour.BLUE", new Text("蓝/青 色", "Blue or cyan"));

        @Override
        public Text get(String key, Object... args) {
            return words.getOrDefault(key, Text.same(key));
        }

        @Override
        public boolean has(String key) {
            return words.containsKey(key);
        }
    };

    private static final Field<Object, String> TEXT = Field.text("f", o -> null, (o, v) -> {});
    private static final Field<Object, Integer> INT = Field.integer("f", o -> null, (o, v) -> {});
    private static final Field<Object, BigDecimal> DECIMAL = Field.decimal("f", o -> null, (o, v) -> {});
    private static final Field<Object, Long> MONEY = Field.money("f", o -> null, (o, v) -> {});
    private static final Field<Object, LocalDate> DATE = Field.date("f", o -> null, (o, v) -> {});
    private static final Field<Object, Instant> TIME = Field.timestamp("f", o -> null);
    private static final Field<Object, Boolean> BOOL = Field.bool("f", o -> null, (o, v) -> {});
    private static final Field<Object, Colour> ENUM = Field.choice("f", Colour.class, o -> null, (o, v) -> {});
    private static final Field<Object, Grade> CODED = Field.choice("f", Grade.class, o -> null, (o, v) -> {});
    private static final Field<Object, Set<Colour>> TAGS = Field.tags("f", Colour.class, o -> null, (o, v) -> {});
    private static final Field<Object, District> DISTRICT = Field.district("f", o -> null, (o, v) -> {});
    private static final Field<Object, UUID> ID = Field.reference("f", o -> null, (o, v) -> {});

    private static <V> void bothWays(Field<Object, V> field, V value, Object plain) {
        assertEquals(plain, PlainValues.toPlain(field, value));
        PlainValues.Read<V> read = PlainValues.fromPlain(field, plain);
        assertNull(read.fault());
        assertEquals(value, read.value());
    }

    private static String fault(PlainValues.Read<?> read) {
        if (read.fault() == null) {
            return "";
        }
        assertEquals("f", read.fault().field());
        return read.fault().args().isEmpty()
                ? read.fault().code()
                : read.fault().args().getFirst().toString();
    }

    private static <V> void refused(Field<Object, V> field, String fault, Object... plains) {
        for (Object plain : plains) {
            assertEquals(fault, fault(PlainValues.fromPlain(field, plain)), () -> String.valueOf(plain));
        }
    }

    private static <V> V typed(Field<Object, V> field, String text) {
        PlainValues.Read<V> read = PlainValues.fromText(field, text, TEXTS);
        assertNull(read.fault(), () -> text);
        return read.value();
    }

    private static <V> void mistyped(Field<Object, V> field, String fault, String... texts) {
        for (String text : texts) {
            assertEquals(fault, fault(PlainValues.fromText(field, text, TEXTS)), text);
        }
    }

    @Test
    void everyKindGoesThereAndBack() {
        UUID id = Ids.next();
        bothWays(TEXT, " 字 ", " 字 ");
        bothWays(INT, -3, -3);
        bothWays(DECIMAL, new BigDecimal("1.50"), new BigDecimal("1.50"));
        bothWays(MONEY, 123L, 123L);
        bothWays(DATE, LocalDate.of(2024, 2, 29), "2024-02-29");
        bothWays(TIME, Instant.parse("2024-05-01T00:00:00.5Z"), "2024-05-01T00:00:00.500Z");
        bothWays(BOOL, false, false);
        bothWays(ENUM, Colour.BLUE, "BLUE");
        bothWays(CODED, Grade.SECOND, "II");
        bothWays(TAGS, EnumSet.of(Colour.BLUE, Colour.RED), List.of("RED", "BLUE"));
        bothWays(DISTRICT, District.PUDONG, "310115");
        bothWays(ID, id, id.toString());
        for (Field<Object, ?> field : List.of(TEXT, INT, DECIMAL, MONEY, DATE, TIME, BOOL, ENUM, DISTRICT, ID)) {
            assertNull(PlainValues.toPlain(field, null));
            assertNull(PlainValues.fromPlain(field, null).value());
            assertNull(PlainValues.fromText(field, " \u3000", TEXTS).value());
        }
        bothWays(TAGS, Set.of(), List.of());
        assertEquals(Set.of(), PlainValues.fromPlain(TAGS, null).value());
        assertEquals(Set.of(), PlainValues.fromText(TAGS, "", TEXTS).value());
    }

    @Test
    void numbersOfAnyJavaTypeThatAreWhatTheySay() {
        assertEquals(5, PlainValues.fromPlain(INT, 5.0).value());
        assertEquals(5, PlainValues.fromPlain(INT, new BigInteger("5")).value());
        assertEquals(
                Integer.MAX_VALUE, PlainValues.fromPlain(INT, 2_147_483_647L).value());
        assertEquals(5L, PlainValues.fromPlain(MONEY, 5).value());
        assertEquals(
                99_999_999_999_999L,
                PlainValues.fromPlain(MONEY, 99_999_999_999_999L).value());
        assertEquals(new BigDecimal("0.1"), PlainValues.fromPlain(DECIMAL, 0.1).value());
        assertEquals(
                "1000",
                PlainValues.fromPlain(DECIMAL, new BigDecimal("1E+3")).value().toString());
    }

    @Test
    void wrongTypesAreNamed() {
        refused(TEXT, "NOT_TEXT", 5, true, List.of("x"));
        refused(INT, "NOT_INT", "5", 5.5, true, Double.NaN, Double.POSITIVE_INFINITY);
        refused(INT, "TOO_LARGE", 2_147_483_648L, -2_147_483_649L, new BigDecimal("1E999999999"));
        refused(DECIMAL, "NOT_DECIMAL", "1.5", Double.NaN);
        refused(DECIMAL, "TOO_LARGE", new BigDecimal("1E999999999"), new BigDecimal("1E-999"));
        refused(MONEY, "NOT_INT", "1", 0.5);
        refused(MONEY, "TOO_LARGE", 100_000_000_000_000L);
        refused(DATE, "NOT_DATE", "2024-02-30", "2024-2-1", "+12024-01-01", 20240101, "2024-01-01T00:00");
        refused(TIME, "NOT_DATE_TIME", "2024-05-01", "2024-05-01T10:00:00", 5);
        refused(BOOL, "NOT_BOOL", "true", 1);
        refused(ENUM, "NOT_OPTION", "GREEN", "红色", 1);
        refused(CODED, "NOT_OPTION", "III");
        refused(TAGS, "NOT_LIST", "RED");
        refused(TAGS, "NOT_OPTION", List.of("GREEN"), List.of(1), Arrays.asList("RED", null));
        refused(DISTRICT, "NOT_DISTRICT", "310100", "浦东新区", 310115);
        refused(ID, "NOT_ID", "x", "1-1-1-1-1", 5);
        assertEquals(Set.of(), PlainValues.fromPlain(TAGS, "RED").value(), "never null");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "５, 5", " 12 , 12", "-3, -3", "+3, 3", "5.0, 5", "0007, 7"})
    void readsWholeNumbers(String text, int value) {
        assertEquals(value, typed(INT, text));
    }

    @Test
    void readsNumbersAndMoneyAsPeopleTypeThem() {
        assertEquals(new BigDecimal("12.50"), typed(DECIMAL, "１２．５０"));
        assertEquals(123_450L, typed(MONEY, "1234.5"));
        assertEquals(2_000_000L, typed(MONEY, "２００００"));
        mistyped(INT, "NOT_INT", "5.5", "abc", "1,000", "1e3", "--5", "5 5");
        mistyped(INT, "TOO_LARGE", "99999999999");
        mistyped(DECIMAL, "NOT_DECIMAL", "1e5", "1,5", "1.", ".5", "12345678901234567890");
        mistyped(MONEY, "CORE-MONEY", "-5", "1,000", "1.234", "5元", "1e3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-01",
                "2024/5/1",
                "2024.5.1",
                "2024年5月1日",
                "２０２４-０５-０１",
                "20240501",
                "2024-05-01 00:00:00",
                "2024-05-01T00:00"
            })
    void readsDays(String text) {
        assertEquals(LocalDate.of(2024, 5, 1), typed(DATE, text));
    }

    @Test
    void refusesWhatIsNoDay() {
        mistyped(DATE, "NOT_DATE", "2024-02-30", "5/1/2024", "2024-05", "2024-05-01 10:00", "20241301", "昨天");
    }

    @ParameterizedTest
    @CsvSource({
        "是, true",
        "否, false",
        "有, true",
        "无, false",
        "TRUE, true",
        "No, false",
        "√, true",
        "×, false",
        "1, true",
        "０, false"
    })
    void readsYesAndNo(String text, boolean value) {
        assertEquals(value, typed(BOOL, text));
    }

    @ParameterizedTest
    @CsvSource({"浦东新区, PUDONG", "浦东, PUDONG", "黄浦区, HUANGPU", "黄浦, HUANGPU", "310115, PUDONG", "pudong new area, PUDONG"
    })
    void readsDistricts(String text, District value) {
        assertEquals(value, typed(DISTRICT, text));
    }

    @Test
    void readsOptionsByWordOrConstant() {
        assertEquals(Colour.RED, typed(ENUM, " 红色 "));
        assertEquals(Colour.RED, typed(ENUM, "red"));
        assertEquals(Colour.BLUE, typed(ENUM, "蓝／青 色"));
        assertEquals(Grade.SECOND, typed(CODED, "Ⅱ"));
        mistyped(BOOL, "NOT_BOOL", "maybe", "2");
        mistyped(DISTRICT, "NOT_DISTRICT", "苏州", "区");
        mistyped(ENUM, "NOT_OPTION", "绿色");
        Violation violation = PlainValues.fromText(ENUM, "绿色", TEXTS).fault();
        assertEquals(List.of(ValueFault.NOT_OPTION, "f", new Text("红色、蓝/青 色", "Red, Blue or cyan")), violation.args());
    }

    @ParameterizedTest
    @ValueSource(strings = {"红色、BLUE", "红色,blue", "红色，BLUE", "红色;BLUE", "红色；BLUE", "红色/BLUE", "红色 BLUE", "、红色 、 BLUE，"})
    void readsTagsHoweverTheyAreSeparated(String text) {
        assertEquals(Set.of(Colour.RED, Colour.BLUE), typed(TAGS, text));
    }

    @Test
    void aTagMayHoldASeparator() {
        assertEquals(Set.of(Colour.BLUE), typed(TAGS, "蓝/青 色"));
        mistyped(TAGS, "NOT_OPTION", "红色、绿色");
    }

    @Test
    void writesWords() {
        Locale zh = Locale.SIMPLIFIED_CHINESE;
        assertEquals("", PlainValues.toText(INT, null, TEXTS, zh));
        assertEquals("1234.50", PlainValues.toText(MONEY, 123_450L, TEXTS, zh));
        assertEquals("1000", PlainValues.toText(DECIMAL, new BigDecimal("1E+3"), TEXTS, zh));
        assertEquals("2024-05-01", PlainValues.toText(DATE, LocalDate.of(2024, 5, 1), TEXTS, zh));
        assertEquals("2024-05-01 08:00", PlainValues.toText(TIME, Instant.parse("2024-05-01T00:00:59Z"), TEXTS, zh));
        assertEquals("否", PlainValues.toText(BOOL, false, TEXTS, zh));
        assertEquals("Yes", PlainValues.toText(BOOL, true, TEXTS, Locale.ENGLISH));
        assertEquals("浦东新区", PlainValues.toText(DISTRICT, District.PUDONG, TEXTS, zh));
        assertEquals("红色", PlainValues.toText(ENUM, Colour.RED, TEXTS, zh));
        assertEquals("红色、蓝/青 色", PlainValues.toText(TAGS, EnumSet.allOf(Colour.class), TEXTS, zh));
        assertEquals("Red, Blue or cyan", PlainValues.toText(TAGS, EnumSet.allOf(Colour.class), TEXTS, Locale.UK));
    }

    /** A record with two typed fields, one that is kept only, and a secret. */
    static final class Thing implements ProgrammeRecord {
        private final UUID id = Ids.next();
        private String name = "old";
        private Integer size = 1;
        private Integer visits = 7;
        private String phone = "13800001111";

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public long version() {
            return 1;
        }

        @Override
        public RecordHead head() {
            return new RecordHead();
        }
    }

    private static final RecordType<Thing> THINGS = RecordType.of("things", Thing.class, Thing::new)
            .field(Field.text("name", (Thing t) -> t.name, (t, v) -> t.name = v))
            .field(Field.integer("size", (Thing t) -> t.size, (t, v) -> t.size = v))
            .field(Field.integer("visits", (Thing t) -> t.visits, (t, v) -> t.visits = v)
                    .internal())
            .field(Field.text("phone", (Thing t) -> t.phone, (t, v) -> t.phone = v)
                    .sensitive(Sensitivity.MOBILE))
            .build();

    @Test
    void putsInWhatFitsAndNamesTheRest() {
        Thing thing = new Thing();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("unknown", 1);
        values.put("size", "many");
        values.put("name", null);
        values.put("visits", 99);

        List<Violation> faults = PlainValues.into(THINGS, thing, values);

        assertEquals(
                List.of("size", "unknown"),
                faults.stream().map(Violation::field).toList());
        assertNull(thing.name);
        assertEquals(1, thing.size);
        assertEquals(7, thing.visits, "never typed");
        assertEquals("13800001111", thing.phone, "not named, not touched");
    }

    @Test
    void masksWhatIsSensitive() {
        Thing thing = new Thing();
        assertEquals("138****1111", PlainValues.of(THINGS, thing, true).get("phone"));
        assertEquals("13800001111", PlainValues.of(THINGS, thing, false).get("phone"));
        assertEquals(
                List.of("name", "size", "visits", "phone"),
                List.copyOf(PlainValues.of(THINGS, thing, true).keySet()));
        assertEquals("王*", Sensitivity.NAME.mask("王五"));
        assertEquals("z***@x.cn", Sensitivity.EMAIL.mask("zhang@x.cn"));
        assertEquals("310***********0011", Sensitivity.RESIDENT_ID.mask("310999199001010011"));
        assertEquals("E1****89", Sensitivity.OTHER_DOCUMENT.mask("E1234589"));
        assertEquals("x", Sensitivity.NONE.mask("x"));
        assertNull(Sensitivity.NAME.mask(null));
    }
}
