package org.shishi.core.edition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.EditionAdmin.Change;
import org.shishi.api.programme.EditionState;
import org.shishi.api.text.Texts;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.record.LiveYears;
import org.shishi.core.rule.RuleRegistry;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.setup.TestCity;

/** A city, an officer and an approver, and a programme of 2026 whose file declares some numbers. */
final class EditionWorld implements AutoCloseable {

    static final String ID = "basket";
    static final EditionKey KEY = new EditionKey(ID, 2026);

    private static final String FILE =
            """
            state: %s
            parameters:
              basket.target:
                type: int
                unit: 户
                value: 10000
                source: 附件2-7 §二
              basket.perHouseholdFen:
                type: fen
                value:
                unset: FB-UNSET
                source: 附件2-7 §三 [U]
              basket.share:
                type: percent
                value: 12.50
                min: -5
              basket.open:
                type: bool
                value: true
              basket.meeting:
                type: cron
                value: 0 0 9 1 * ?
              basket.note:
                type: text
                value: 是
              basket.deadline:
                type: date
                value: 2026-10-31
              basket.kinds:
                type: list
                value: [ONE, TWO]
              basket.window:
                type: map
                value: {from: 2026-03-01, to: 2026-06-30}
              basket.rounds:
                type: map
                value:
                  SPRING: {from: 2026-03-01, to: 2026-04-30}
            """;

    final TestDatabase db;
    final TestCity city;
    final EditionBook book;
    final EditionAdmin admin;
    final Caller officer;
    final Caller approver;
    final Caller finance;
    /** Holds both roles, and so might approve what it proposed. */
    final Caller both;

    private final TestClock clock = new TestClock();

    EditionWorld(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core(), clock);
        book = new EditionBook(db.core(), clock);
        admin = admin(book);
        officer = city.caller(Role.CITY_OFFICER, city.organisations.city());
        approver = city.caller(Role.CITY_APPROVER, city.organisations.city());
        finance = city.caller(Role.CITY_FINANCE, city.organisations.city());
        both = new Caller(
                UUID.randomUUID(),
                "两者",
                city.organisations.city(),
                Map.of(ID, Set.of(Role.CITY_OFFICER, Role.CITY_APPROVER)),
                Locale.SIMPLIFIED_CHINESE,
                null);
    }

    EditionAdmin admin(EditionBook ofNode) {
        return new EditionAdminService(db.core(), ofNode, new Particular(), new LiveYears(), city.audit, clock);
    }

    TestClock clock() {
        return clock;
    }

    LiveEdition open(int year, EditionState state) {
        return open(book, year, String.format(FILE, state));
    }

    static LiveEdition open(EditionBook book, int year, String yaml) {
        try {
            EditionFile.Content content =
                    EditionFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
            return book.open(new EditionKey(ID, year), content, (Texts) new SampleProgramme(year, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String file(EditionState state) {
        return String.format(FILE, state);
    }

    EditionAdmin.Revision propose(String name, Object value, LocalDate from) {
        return admin.propose(officer, ID, 2026, new Change(name, value, from, "市总发文调整"));
    }

    /** Proposed by one and published by the other. */
    EditionAdmin.Revision set(int year, String name, Object value, LocalDate from) {
        EditionAdmin.Revision draft = admin.propose(officer, ID, year, new Change(name, value, from, "市总发文调整"));
        return admin.publish(approver, draft.id());
    }

    EditionAdmin.Number number(int year, String name) {
        return admin.sheet(ID, year, null).numbers().stream()
                .filter(each -> each.parameter().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> logged(String action) {
        return db.core().read(handle -> handle.createQuery(
                        "select object from core.audit_entry where action = :action order by at")
                .bind("action", action)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void close() {
        book.stop();
        db.close();
    }

    /** Rules that cannot do with an empty list of kinds. */
    private static final class Particular implements RuleRegistry {

        @Override
        public List<String> misfits(String owner, Integer year, String parameter, Object value) {
            return parameter.equals("basket.kinds") && value.equals(List.of()) ? List.of("R-7.1") : List.of();
        }

        @Override
        public void add(
                String owner,
                Integer year,
                Collection<Class<?>> ruleClasses,
                Function<String, Object> parameters,
                Texts texts) {
            throw new AssertionError("not asked for here");
        }

        @Override
        public void remove(String owner, Integer year) {
            throw new AssertionError("not asked for here");
        }
    }
}
