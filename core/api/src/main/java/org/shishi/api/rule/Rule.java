package org.shishi.api.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public static method of a public class as a rule of the catalogue. The method is pure: no clock, no database, no UI. It takes
 * {@link Input}s, {@link Parameter}s and, if it counts working days, one {@link org.shishi.api.time.WorkingCalendar},
 * and answers an {@link Outcome} of a record whose component names are the output names ({@link Ok} where there is
 * nothing to say).
 *
 * <p>Services, the try-out page, REST and tests call this same method. A programme lists its rule classes in its
 * descriptor; the platform takes them out of the catalogue when the bundle stops.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rule {

    /** Stable ID, for example {@code }. */
    String id();

    /** English name, for example {@code roomSubsidy}. */
    String name();

    /** Where the rule is written: annex and section of the notice, or section of the domain specification. */
    String source();
}
