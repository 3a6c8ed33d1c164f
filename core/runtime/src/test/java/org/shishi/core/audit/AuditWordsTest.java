package org.shishi.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.core.text.CoreMessages;

/** Nothing that is written into the log is read there as a code. */
class AuditWordsTest {

    /** The action, in whatever way it is chosen, where something is written into the log. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:audit\\.write|desk\\.write|record|acting)\\(\\s*\\w+,\\s*([^,;]+),");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)+)\"");

    private final CoreMessages texts = new CoreMessages();

    @Test
    void everyActionThatIsWrittenHasAWord() {
        Set<String> actions = new TreeSet<>();
        for (String place :
                List.of("src/main/java", "../../shell/rest/src/main/java", "../../shell/app/src/main/java")) {
            actions.addAll(written(Path.of(place)));
        }

        assertTrue(actions.containsAll(Set.of("account.create", "plugin.stop", "access.refused")), actions::toString);
        assertEquals(
                List.of(),
                actions.stream()
                        .filter(action -> !texts.has("audit.action." + action))
                        .toList());
    }

    private static Set<String> written(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> WRITTEN.matcher(read(file)).results())
                    .flatMap(call -> LITERAL.matcher(call.group(1)).results())
                    .map(literal -> literal.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "account/00000000-0000-4000-8000-000000000001, account, , 0, ''",
        "account, account, , 0, ''",
        "notice/00000000-0000-4000-8000-000000000001/EMAIL, notice, , 0, EMAIL",
        "notice/*, notice, , 0, *",
        "keys/fields, keys, , 0, fields",
        "calendar/2027, calendar, , 0, 2027",
        "list-persons, list-persons, , 0, ''",
        "edition/break-room/2024, edition, break-room, 2024, ''",
        "job/core/0/core-calendar, job, core, 0, core-calendar",
        "template/break-room/2024/deadline.soon, template, break-room, 2024, deadline.soon",
        "break-room/2024, record, break-room, 2024, ''",
        "break-room/2024/rooms, record, break-room, 2024, rooms",
        "break-room/2024/rooms/00000000-0000-4000-8000-000000000001, record, break-room, 2024, rooms",
        "break-room/2024/rooms/imports/00000000-0000-4000-8000-000000000001, import, break-room, 2024, rooms",
        "POST /api/v1/organisations, '', , 0, POST /api/v1/organisations",
    })
    void objectsAreTakenApart(String object, String kind, String programme, int year, String rest) {
        AuditObject taken = AuditObject.of(object);
        assertEquals(kind, taken.kind());
        assertEquals(programme, taken.programmeId());
        assertEquals(year, taken.year());
        assertEquals(rest, taken.rest());
        assertEquals(object.contains("0001"), taken.id() != null);
    }
}
