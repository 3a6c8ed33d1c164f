package org.shishi.testbed.container;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter of a test inside the container that is an OSGi service: waited for, given back after the test. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Service {

    /** An OSGi filter such as {@code (programme=break-room)}; empty takes any service of the parameter's type. */
    String filter() default "";

    /** How long to wait for the service before the test fails; 0 demands that it is there already. */
    int timeoutSeconds() default 30;
}
