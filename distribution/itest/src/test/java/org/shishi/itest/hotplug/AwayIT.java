package org.shishi.itest.hotplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.DocumentKind;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.platform.Tasks;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.itest.breakroom.HandWritten;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.product.Product;
import org.shishi.testbed.stays.StaysJar;

/**
 * Two programmes that do not know each other share a group: who got a gift of the one has no stay of the other. The one
 * leaves; what it wrote counts for the other as before, at every door; then it comes back.
 */
@InContainer(Product.Demo.class)
@Timeout(300)
class AwayIT {

    private static final String TWICE = "STAY-TWICE(residentId)";
    private static final String GIVEN = "2024-07-15";

    private static Platform platform;
    private static ProgrammeJar gifts;
    private static ProgrammeJar stays;
    private static Caller officer;

    @BeforeAll
    static void begin(BundleContext context) {
        platform = new Platform(context);
        platform.emptyDropFolder();
        gifts = ProgrammeJar.all().stream()
                .filter(jar -> jar.header("Bundle-SymbolicName").endsWith(".sample"))
                .findFirst()
                .orElseThrow();
        Path file = platform.home().resolve("stays.jar");
        StaysJar.drop(file);
        stays = ProgrammeJar.read(file);
        officer = platform.caller("demo-second-level-officer");
    }

    @AfterAll
    static void end() {
        platform.emptyDropFolder();
    }

    @Test
    void what_a_programme_excluded_stays_excluded_while_it_is_away_and_when_it_is_back() {
        gifts.drop(platform.dropped("gifts.jar"));
        // At first stays exclude nothing but stays.
        ProgrammeJar alone = stays.saying("STAYS_ONLY", StaysJar.GROUP);
        alone.drop(platform.dropped("stays.jar"));
        platform.awaitRunning(gifts);
        platform.awaitRunning(alone);
        Door<?> guests = Door.of(stays, StaysJar.RECORDS);
        UUID approvedBefore = guests.submitted(4);
        guests.step("demo-city-approver", approvedBefore, "approve");
        ProgrammeJar sharing = stays.as(StaysJar.YEAR + ".1.1");
        sharing.drop(platform.dropped("stays.jar"));
        platform.awaitRunning(sharing);
        guests = Door.of(stays, StaysJar.RECORDS);
        UUID submittedBefore = guests.submitted(2);
        UUID given = Door.of(gifts, "gifts").create(1);
        Door.of(gifts, "gifts").create(2);
        Door.of(gifts, "gifts").create(4);

        platform.remove("gifts.jar");
        platform.awaitGone(gifts);

        Violation told = guests.validate(1).getFirst();
        assertEquals(TWICE, code(told), "while it is typed");
        assertEquals(GIVEN, told.args().get(1));
        assertEquals(officer.organisation().name(), told.args().get(2));
        assertEquals(TWICE, refusal(guests, door -> door.create(1)), "when it is saved");
        assertEquals(List.of("2: " + TWICE, "3: "), guests.preview(List.of(1, 3)), "in the preview of an import");
        assertEquals(
                TWICE,
                refusal(guests, door -> door.step("demo-city-approver", submittedBefore, "approve")),
                "when it is approved");
        assertEquals(
                "CORE-DUP-PAY",
                refusal(guests, door -> door.step("demo-city-finance", approvedBefore, "pay")),
                "before it is paid");
        UUID paid = guests.submitted(5);
        guests.step("demo-city-approver", paid, "approve");
        guests.step("demo-city-finance", paid, "pay");

        gifts.drop(platform.dropped("gifts.jar"));
        platform.awaitRunning(gifts);

        Door<?> back = Door.of(gifts, "gifts");
        assertEquals(List.of(given), back.ids(given), "its own data is there");
        assertEquals(
                "SAMPLE-TWICE(residentId)", refusal(back, door -> door.create(5)), "somebody had a stay meanwhile");
        assertEquals("SAMPLE-TWICE(residentId)", refusal(back, door -> door.create(1)));
        back.create(3);
        assertEquals(TWICE, refusal(guests, door -> door.create(3)));
        assertEquals(TWICE, code(guests.validate(1).getFirst()), "and nothing was lost");
        assertEquals(List.of("SAMPLE_GIFT 高温慰问"), places(1));
        assertEquals(List.of("SAMPLE_GIFT 疗休养"), places(5));
    }

    /** Groups in which somebody has a place, and whose it is. */
    private static List<String> places(int person) {
        PersonRegistry registry = platform.service(PersonRegistry.class);
        PersonRegistry.Row row = registry.list(
                        officer,
                        new PersonRegistry.Query(
                                DocumentKind.RESIDENT_ID, number(person), null, null, null, null, null, 2))
                .getFirst();
        return registry.get(officer, row.id()).exclusions().stream()
                .map(place -> place.group() + " " + place.programme().zh())
                .toList();
    }

    private static String code(Violation violation) {
        return violation.code() + (violation.field() == null ? "" : "(" + violation.field() + ")");
    }

    private interface Step {
        void take(Door<?> door);
    }

    private static String refusal(Door<?> door, Step step) {
        try {
            step.take(door);
            return "";
        } catch (RefusedException e) {
            return e.violations().stream().map(AwayIT::code).collect(Collectors.joining(" "));
        }
    }

    /** Valid numbers of region 310999, which does not exist. */
    private static String number(int person) {
        String seventeen = "3109991985010177" + person;
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    private static String name(int person) {
        return "示例" + "甲乙丙丁戊己".charAt(person);
    }

    /** The records of a type, whose classes nobody here knows. */
    private record Door<T extends ProgrammeRecord>(ProgrammeContext programme, RecordType<T> type) {

        static Door<?> of(ProgrammeJar jar, String type) {
            ProgrammeContext programme = platform.programme(jar).context();
            return of(programme, programme.descriptor().record(type).orElseThrow());
        }

        private static <T extends ProgrammeRecord> Door<T> of(ProgrammeContext programme, RecordType<T> type) {
            return new Door<>(programme, type);
        }

        private Records<T> records() {
            return programme.records(type);
        }

        private T draft(int person) {
            T draft = type.blank();
            Map<String, Object> typed = Map.of(
                    "name",
                    name(person),
                    "residentId",
                    number(person),
                    "givenOn",
                    LocalDate.parse(GIVEN),
                    "agreed",
                    Boolean.TRUE);
            typed.forEach((field, value) -> type.field(field).ifPresent(known -> set(known, draft, value)));
            return draft;
        }

        @SuppressWarnings("unchecked")
        private static <T, V> void set(Field<T, V> field, T draft, Object value) {
            field.set(draft, (V) value);
        }

        List<Violation> validate(int person) {
            return records().validate(officer, draft(person));
        }

        UUID create(int person) {
            return records().create(officer, draft(person)).id();
        }

        UUID submitted(int person) {
            UUID id = create(person);
            records().transition(officer, id, -1, TransitionRequest.of("submit"));
            return id;
        }

        void step(String account, UUID id, String action) {
            records().transition(platform.caller(account), id, -1, TransitionRequest.of(action));
        }

        List<UUID> ids(UUID id) {
            return List.of(records().get(officer, id).id());
        }

        /** {@code row: CODE(field)} of each row. */
        List<String> preview(List<Integer> people) {
            OfficialForm<?> form = programme.descriptor().forms().getFirst();
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("序号", "姓名", "身份证号码"));
            people.forEach(person -> rows.add(List.of("", name(person), number(person))));
            Tasks tasks = platform.service(Tasks.class);
            UUID task = platform.service(Forms.class)
                    .startImport(
                            officer,
                            programme,
                            form,
                            new Forms.ImportRequest(Forms.Mode.VALID_ONLY, true, Map.of(), "stays.xlsx"),
                            new ByteArrayInputStream(HandWritten.workbook(rows)));
            Platform.await(
                    "the preview", () -> tasks.get(officer, task).orElseThrow().state() != Tasks.State.RUNNING);
            assertTrue(tasks.get(officer, task).orElseThrow().dryRun());
            return tasks.previewRows(officer, task, 10).stream()
                    .map(row -> row.row() + ": "
                            + row.refusals().stream().map(AwayIT::code).collect(Collectors.joining(" ")))
                    .toList();
        }
    }
}
