package org.shishi.testbed.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.AnnotationSupport;

/** Creates one database of each wanted kind; JUnit closes each after the class has run on it. */
final class FreshDatabases implements ArgumentsProvider {

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithDatabases.class).stream()
                .flatMap(wanted -> Arrays.stream(wanted.value()))
                .map(FreshDatabases::create);
    }

    private static Arguments create(DatabaseKind kind) {
        try {
            return Arguments.of(TestDatabase.create(kind));
        } catch (SQLException e) {
            throw new IllegalStateException("no database on " + kind, e);
        }
    }
}
