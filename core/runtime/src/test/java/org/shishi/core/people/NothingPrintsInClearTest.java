package org.shishi.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shishi.api.people.Document;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.people.PersonDraft;
import org.shishi.core.record.GuestIds;

/**
 * A record that holds a document, phone or address of a person prints it masked, whoever prints it: in a log line, a message
 * or a stack trace. All records of contract and core are made, given such values by the names of their components, and
 * printed; who adds one that prints in clear fails here.
 */
class NothingPrintsInClearTest {

    private static final String NUMBER = GuestIds.of(77);
    private static final String MOBILE = "13900000077";
    private static final String EMAIL = "somebody@example.invalid";
    private static final String NAME = "示例甲乙丙";

    private static final Map<String, String> PERSONAL = Map.of(
            "residentId", NUMBER,
            "number", NUMBER,
            "document", NUMBER,
            "mobile", MOBILE,
            "phone", MOBILE,
            "email", EMAIL,
            "pointMobile", MOBILE,
            "contactPhone", MOBILE,
            "contactEmail", EMAIL);

    /** These hold sealed text and blind indexes, or names of fields. */
    private static final Set<String> NOTHING_CLEAR = Set.of(
            "org.shishi.core.people.PersonRow",
            "org.shishi.core.people.PersonRows$Indexes",
            "org.shishi.core.people.PersonReseal$Sealed",
            "org.shishi.core.people.ReadyPerson$Names");

    private static Stream<Class<?>> records(Class<?> in) {
        Path classes =
                Path.of(in.getProtectionDomain().getCodeSource().getLocation().getPath());
        if (!Files.isDirectory(classes)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .<Class<?>>map(NothingPrintsInClearTest::load)
                    .filter(Class::isRecord)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NothingPrintsInClearTest.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Glue to what is not on this class path.
            return Object.class;
        }
    }

    private static boolean personal(Class<?> type) {
        return !NOTHING_CLEAR.contains(type.getName())
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component ->
                                component.getType() == String.class && PERSONAL.containsKey(component.getName()));
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return component.getName().equals("name") ? NAME : PERSONAL.getOrDefault(component.getName(), "x");
        }
        if (type == Document.class) {
            return new Document(DocumentKind.RESIDENT_ID, NUMBER);
        }
        if (type == PersonDraft.class) {
            return PersonDraft.of(null, NUMBER, NAME, MOBILE);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type.isAssignableFrom(List.class)) {
            return List.of();
        }
        return type.isAssignableFrom(Map.class) ? Map.of() : null;
    }

    private static String printed(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor
                .newInstance(Arrays.stream(components)
                        .map(NothingPrintsInClearTest::value)
                        .toArray())
                .toString();
    }

    @Test
    void everyRecordOfAPersonPrintsMasked() throws ReflectiveOperationException {
        List<String> clear = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (Class<?> type : Stream.concat(records(Document.class), records(PersonRow.class))
                .filter(NothingPrintsInClearTest::personal)
                .toList()) {
            String printed = printed(type);
            tried.add(type.getName());
            Stream.of(NUMBER, MOBILE, EMAIL, NAME)
                    .filter(printed::contains)
                    .forEach(value -> clear.add(type.getName() + " prints " + printed));
        }
        assertEquals(List.of(), clear);
        assertTrue(
                tried.containsAll(
                        Set.of("org.shishi.core.people.ReadyPerson", "org.shishi.core.people.PersonSheet$Shown")),
                tried.toString());
    }
}
