package org.shishi.testbed.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs the whole test class once on each kind of database, with a fresh one each: the {@link TestDatabase} in the
 * constructor. What is to happen once for each database goes into a static method marked
 * {@link org.junit.jupiter.params.BeforeParameterizedClassInvocation}; {@code @BeforeAll} runs once for both.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(FreshDatabases.class)
public @interface WithDatabases {

    DatabaseKind[] value() default {DatabaseKind.H2, DatabaseKind.POSTGRESQL};
}
