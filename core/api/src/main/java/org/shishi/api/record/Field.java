package org.shishi.api.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.shishi.api.organisation.District;

/**
 * A field of a record type: its name in JSON and messages ({@code <type>.<name>}), where its value is, and what the pages,
 * the import, the reports and REST do with it.
 *
 * <pre>{@code
 * Field.text("name", Household::getName, Household::setName).required().max(100).listed().searched()
 * }</pre>
 *
 * @param <T> the entity
 * @param <V> the value; always a boxed type, null means empty
 */
public final class Field<T, V> {

    private final String name;
    private final FieldKind kind;
    private final Class<?> valueType;
    private final Function<T, V> getter;
    private final BiConsumer<T, V> setter;
    private String path;
    private String missingCode;
    private String misfitCode;
    private String offeredBy;
    private int maxLength = Integer.MAX_VALUE;
    private int wholeDigits = Integer.MAX_VALUE;
    private int fractionDigits = Integer.MAX_VALUE;
    private boolean listed;
    private boolean filtered;
    private boolean searched;
    private boolean sorted;
    private boolean internal;
    private String section = "";
    private Sensitivity sensitivity = Sensitivity.NONE;

    private Field(String name, FieldKind kind, Class<?> valueType, Function<T, V> getter, BiConsumer<T, V> setter) {
        this.name = name;
        this.kind = kind;
        this.valueType = valueType;
        this.getter = getter;
        this.setter = setter;
        this.path = name;
    }

    public static <T> Field<T, String> text(String name, Function<T, String> get, BiConsumer<T, String> set) {
        return new Field<>(name, FieldKind.TEXT, String.class, get, set);
    }

    public static <T> Field<T, String> longText(String name, Function<T, String> get, BiConsumer<T, String> set) {
        return new Field<>(name, FieldKind.LONG_TEXT, String.class, get, set);
    }

    public static <T> Field<T, Integer> integer(String name, Function<T, Integer> get, BiConsumer<T, Integer> set) {
        return new Field<>(name, FieldKind.INT, Integer.class, get, set);
    }

    public static <T> Field<T, BigDecimal> decimal(
            String name, Function<T, BigDecimal> get, BiConsumer<T, BigDecimal> set) {
        return new Field<>(name, FieldKind.DECIMAL, BigDecimal.class, get, set);
    }

    /** Fen; by convention the name ends in {@code Fen}. Typed and shown in yuan. */
    public static <T> Field<T, Long> money(String name, Function<T, Long> get, BiConsumer<T, Long> set) {
        return new Field<>(name, FieldKind.MONEY, Long.class, get, set);
    }

    public static <T> Field<T, LocalDate> date(String name, Function<T, LocalDate> get, BiConsumer<T, LocalDate> set) {
        return new Field<>(name, FieldKind.DATE, LocalDate.class, get, set);
    }

    public static <T> Field<T, Instant> timestamp(String name, Function<T, Instant> get) {
        return new Field<>(name, FieldKind.TIMESTAMP, Instant.class, get, null);
    }

    public static <T> Field<T, Boolean> bool(String name, Function<T, Boolean> get, BiConsumer<T, Boolean> set) {
        return new Field<>(name, FieldKind.BOOL, Boolean.class, get, set);
    }

    /** Constants are shown by the texts {@code <EnumSimpleName>.<CONSTANT>}. */
    public static <T, E extends Enum<E>> Field<T, E> choice(
            String name, Class<E> type, Function<T, E> get, BiConsumer<T, E> set) {
        return new Field<>(name, FieldKind.ENUM, type, get, set);
    }

    public static <T, E extends Enum<E>> Field<T, Set<E>> tags(
            String name, Class<E> type, Function<T, Set<E>> get, BiConsumer<T, Set<E>> set) {
        return new Field<>(name, FieldKind.TAGS, type, get, set);
    }

    public static <T> Field<T, District> district(String name, Function<T, District> get, BiConsumer<T, District> set) {
        return new Field<>(name, FieldKind.DISTRICT, District.class, get, set);
    }

    public static <T> Field<T, UUID> organisation(String name, Function<T, UUID> get, BiConsumer<T, UUID> set) {
        return new Field<>(name, FieldKind.ORGANISATION, UUID.class, get, set);
    }

    public static <T> Field<T, UUID> reference(String name, Function<T, UUID> get, BiConsumer<T, UUID> set) {
        return new Field<>(name, FieldKind.REFERENCE, UUID.class, get, set);
    }

    /** The JPA attribute path when it is not the name. */
    public Field<T, V> path(String jpaPath) {
        path = jpaPath;
        return this;
    }

    /** Mandatory; an empty value is refused with {@code CORE-MISSING}. */
    public Field<T, V> required() {
        return required("CORE-MISSING");
    }

    /** Mandatory with the programme's own code. */
    public Field<T, V> required(String code) {
        missingCode = code;
        return this;
    }

    /** The programme's own code for a value that its kind cannot take; without it {@code CORE-INPUT} says what was meant. */
    public Field<T, V> misfit(String code) {
        misfitCode = code;
        return this;
    }

    /** Longest text in code points (K-11); longer is refused with {@code CORE-LENGTH}. */
    public Field<T, V> max(int codePoints) {
        maxLength = codePoints;
        return this;
    }

    /**
     * Most digits before and after the decimal point, trailing zeros not counted; more are refused with
     * {@code CORE-DIGITS}. What the specification calls {@code decimal(8,2)} is {@code digits(6, 2)}.
     */
    public Field<T, V> digits(int whole, int fraction) {
        wholeDigits = whole;
        fractionDigits = fraction;
        return this;
    }

    /**
     * The edition says which constants are offered this year; ENUM and TAGS. A new record takes no other one
     * ({@code CORE-INPUT}), other tags are left out; what a record has already may stay.
     *
     * @param parameter full name of a list of the edition that holds the constants' names; while it is empty, all are
     *     offered
     */
    public Field<T, V> offeredBy(String parameter) {
        offeredBy = parameter;
        return this;
    }

    /** A column of the list page. */
    public Field<T, V> listed() {
        listed = true;
        return this;
    }

    /** A query condition of the list page and a parameter of the REST list. */
    public Field<T, V> filtered() {
        filtered = true;
        return this;
    }

    /** Found by the free text search (needs an index in the migration). */
    public Field<T, V> searched() {
        searched = true;
        return this;
    }

    /** The list can be ordered by it (needs an index {@code (column, id)} in the migration). */
    public Field<T, V> sorted() {
        sorted = true;
        return this;
    }

    /** Kept and shown, never typed in or imported: generated, counted or set by a transition. */
    public Field<T, V> internal() {
        internal = true;
        return this;
    }

    /** The heading under which form and detail page show it: text key {@code <type>.section.<name>}. */
    public Field<T, V> in(String sectionName) {
        section = sectionName;
        return this;
    }

    public Field<T, V> sensitive(Sensitivity how) {
        sensitivity = how;
        return this;
    }

    public String name() {
        return name;
    }

    public FieldKind kind() {
        return kind;
    }

    /** The value's class; for ENUM and TAGS the enum. */
    public Class<?> valueType() {
        return valueType;
    }

    public V get(T entity) {
        return getter.apply(entity);
    }

    public void set(T entity, V value) {
        setter.accept(entity, value);
    }

    public String path() {
        return path;
    }

    /** The code that refuses an empty value; null: optional. */
    public String missingCode() {
        return missingCode;
    }

    /** The list parameter that names the constants offered; null: all are. */
    public String offeredBy() {
        return offeredBy;
    }

    /** The code that refuses a value its kind cannot take; null: {@code CORE-INPUT}, {@code CORE-MONEY}. */
    public String misfitCode() {
        return misfitCode;
    }

    public int maxLength() {
        return maxLength;
    }

    /** Most digits before the decimal point. */
    public int wholeDigits() {
        return wholeDigits;
    }

    /** Most digits after the decimal point. */
    public int fractionDigits() {
        return fractionDigits;
    }

    public boolean isListed() {
        return listed;
    }

    public boolean isFiltered() {
        return filtered;
    }

    public boolean isSearched() {
        return searched;
    }

    public boolean isSorted() {
        return sorted;
    }

    /** Whether people give it: it has a setter and is not internal. */
    public boolean isTyped() {
        return setter != null && !internal;
    }

    /** Whether the engine may copy it: it has a setter. */
    public boolean isSettable() {
        return setter != null;
    }

    public String section() {
        return section;
    }

    public Sensitivity sensitivity() {
        return sensitivity;
    }
}
