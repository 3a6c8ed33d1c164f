package org.shishi.api.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names an input of a {@link Rule}: on a method parameter, or on a component of a record that is itself an input (there
 * the name is the component's, and the annotation is only needed to depart from the defaults).
 *
 * <p>Types: {@link String} (text, reaches the rule as given, null when absent: the rule's own code answers), {@code int},
 * {@code long}, {@link java.math.BigDecimal}, {@code boolean}, their boxed forms, {@link java.time.LocalDate},
 * {@link java.time.LocalDateTime} (Asia/Shanghai), enums, records, {@link java.util.List} and {@link java.util.Map} of
 * these. A missing mandatory input, a wrong type, a value outside an enum or below {@link #min()} is refused with
 * {@code CORE-INPUT} before the rule runs.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Input {

    /** The input's name; empty on a record component: the component's own name. */
    String value() default "";

    /** False: null and absent both mean empty and reach the rule as null (or as {@link #otherwise()}). Text is never refused as missing. */
    boolean required() default true;

    /** Default as JSON text when absent, for example {@code "ANY"}, {@code "[]"}, {@code "0"}; empty: none. */
    String otherwise() default "";

    /** Smallest number allowed; numbers are not negative unless a rule says so. */
    long min() default 0;

    /** An opaque id chosen by the caller: a string that is compared only; missing is refused even though it is text. */
    boolean id() default false;

    /** True where the rule has its own code for a missing or negative value: the value reaches the rule unchecked (null when absent). */
    boolean unchecked() default false;

    /**
     * For a text: an enum whose constants (by code where it is {@link Coded}) people are offered. Anything else may be given,
     * too; the rule answers for it.
     */
    Class<?> offers() default void.class;

    /** True where a real value would be about a person: a trial with it is never written into a link. */
    boolean personal() default false;
}
