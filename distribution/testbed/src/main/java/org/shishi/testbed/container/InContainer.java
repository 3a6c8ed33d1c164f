package org.shishi.testbed.container;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a JUnit 5 test class whose tests run inside an OSGi container that Pax Exam starts, as a bundle among the
 * bundles of the named set. Everything of JUnit Jupiter works in there; parameters of type
 * {@link org.osgi.framework.BundleContext} and those marked {@link Service} are handed in.
 *
 * <p>Goes on top-level (or static nested) classes; {@code @Nested} classes go along with their outer class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(InsideParameters.class)
public @interface InContainer {

    /** What the container holds. With more than one set, every test of the class runs once in each of them. */
    Class<? extends BundleSet>[] value();
}
