package org.shishi.api.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A yearly number that a rule needs, taken from the edition (or from the trial values of a call). An empty ({@code [U]})
 * value reaches the rule as null; the rule refuses with its own code.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Parameter {

    /** Full name, for example {@code rooms.target}. */
    String value();
}
