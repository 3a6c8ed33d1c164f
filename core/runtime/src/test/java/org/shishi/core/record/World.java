package org.shishi.core.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shishi.api.audit.Audit;
import org.shishi.api.file.Attachment;
import org.shishi.api.file.Attachments;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.Records;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.edition.SealsService;
import org.shishi.core.identity.ActingAgainService;
import org.shishi.core.money.SubsidiesService;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.people.Consents;
import org.shishi.core.people.Ledger;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.persistence.ProgrammeDatabases.Unit;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Guest;
import org.shishi.core.record.workshop.Guests;
import org.shishi.core.record.workshop.Payment;
import org.shishi.core.record.workshop.Size;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopLoader;
import org.shishi.core.record.workshop.WorkshopProgramme;
import org.shishi.core.record.workshop.Workshops;
import org.shishi.core.sample.Defaults;
import org.shishi.core.sample.SampleOrganisations;
import org.shishi.core.text.CoreMessages;

/** A city with two districts, people, a programme of two years and the record engine over them. */
public final class World {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** A Wednesday. */
    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final Map<TestDatabases.Kind, World> WORLDS = new HashMap<>();

    /** An audit entry. */
    public record Line(String who, String action, String object, String reason, Map<String, String> details) {}

    public final TestDatabase db;
    public final SampleOrganisations tree = new SampleOrganisations();
    public final Organisation mill = tree.add(OrgType.GRASSROOTS, "示例纺织厂工会", tree.west);
    public final Organisation shop = tree.add(OrgType.GRASSROOTS, "示例工厂车间工会", tree.factory);
    public final List<Line> audit = new CopyOnWriteArrayList<>();
    public final RecordEngine engine;
    public final Keys keys = new TestKeys();
    public final Ledger ledger;
    public final PersonBook persons;
    public final WorkshopProgramme programme;
    public final WorkshopProgramme last;
    public final Records<Workshop> workshops;
    public final Records<Visit> visits;
    public final Records<Payment> payments;
    public final Records<Guest> guests;

    private final Map<Integer, ProgrammeDatabases.Opened> years = new HashMap<>();
    private final Map<String, UUID> accounts = new ConcurrentHashMap<>();
    private volatile Instant now = TODAY.atTime(10, 0).atZone(SHANGHAI).toInstant();
    private volatile int calendarUntil = 2026;

    /** One world per kind of database for all tests, empty of records. */
    public static World fresh(TestDatabases.Kind kind) {
        World world = WORLDS.computeIfAbsent(kind, World::new);
        world.clear();
        return world;
    }

    private World(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        db.core().transact(handle -> {
            tree.store(handle);
            for (Organisation one : List.of(tree.city, tree.east, tree.west, tree.factory, mill, shop)) {
                for (String ancestor : one.path().split("/")) {
                    handle.execute(
                            "insert into core.organisation_within (ancestor_id, organisation_id) values (?, ?)",
                            UUID.fromString(ancestor),
                            one.id());
                }
            }
            return null;
        });
        ledger = new Ledger(db.core(), clock());
        persons = new PersonBook(db.core(), keys, clock());
        engine = new RecordEngine(
                db.core(),
                tree,
                new MemoryAttachments(),
                audit(),
                new SubsidiesService(db.core(), audit(), clock(), ledger),
                new SealsService(db.core(), new TestKeys(), clock()),
                calendar(),
                clock(),
                new ActingAgainService(db.core(), tree, clock()),
                new PostOffice(db.core(), clock(), new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class))),
                new CoreMessages(),
                persons,
                ledger,
                new Consents(db.core(), clock()));
        programme = programme(2026);
        last = programme(2025);
        workshops = engine.create(programme, Workshops.TYPE);
        visits = engine.create(programme, Workshops.VISITS);
        payments = engine.create(programme, Workshops.PAYMENTS);
        guests = engine.create(programme, Guests.TYPE);
    }

    /** As after a restart: nothing is remembered of the search. */
    static void reopen(World world) {
        Unit unit = unit(2026);
        world.engine.opened(
                world.programme,
                List.of(Workshops.TYPE, Workshops.VISITS, Workshops.PAYMENTS),
                world.db.programmes().open(unit, new FieldCipher(world.keys)));
    }

    /** As each programme does when it opens. */
    void declare() {
        for (WorkshopProgramme each : List.of(programme, last)) {
            ledger.declare(each, years.get(each.year())::storedIn);
        }
    }

    private static Unit unit(int year) {
        return new Unit(
                WorkshopProgramme.ID,
                year,
                new WorkshopLoader(),
                List.of(
                        Workshop.class.getName(),
                        Visit.class.getName(),
                        Payment.class.getName(),
                        Guest.class.getName()));
    }

    private WorkshopProgramme programme(int year) {
        Unit unit = unit(year);
        db.programmes().migrate(unit);
        ProgrammeDatabases.Opened opened = db.programmes().open(unit, new FieldCipher(keys));
        years.put(year, opened);
        WorkshopProgramme made = new WorkshopProgramme(year, opened.database(), engine);
        engine.opened(made, List.of(Workshops.TYPE, Workshops.VISITS, Workshops.PAYMENTS), opened);
        return made;
    }

    private void clear() {
        db.core().transact(handle -> {
            for (String year : List.of("workshop_2026", "workshop_2025")) {
                List.of("payment", "visit", "workshop", "guest")
                        .forEach(table -> handle.execute("delete from " + year + "." + table));
            }
            List.of(
                            "exclusion_hold",
                            "participation",
                            "consent",
                            "person",
                            "record_history",
                            "record_key",
                            "record_import",
                            "todo",
                            "signature",
                            "sign_round",
                            "notice",
                            "indicator_value",
                            "search_block")
                    .forEach(table -> handle.execute("delete from core." + table));
            return null;
        });
        audit.clear();
        programme.reset();
        programme.target(null);
        now = TODAY.atTime(10, 0).atZone(SHANGHAI).toInstant();
        calendarUntil = 2026;
    }

    /** Somebody with a name of their own; the same name is the same person. */
    public Caller person(String name, Organisation organisation, Role... roles) {
        UUID account = accounts.computeIfAbsent(name, n -> UUID.randomUUID());
        return new Caller(
                account,
                name,
                organisation,
                Map.of(WorkshopProgramme.ID, Set.of(roles)),
                Locale.SIMPLIFIED_CHINESE,
                "127.0.0.1");
    }

    /** The same person with an account and grants in the database, for what looks people up. */
    public Caller stored(Caller person) {
        db.core().transact(handle -> {
            handle.execute(
                    "insert into core.account (id, user_name, display_name, must_change, disabled, locale, epoch, version,"
                            + " created_at, created_by, updated_at, updated_by) select ?, ?, ?, false, false, 'zh-CN', 0,"
                            + " 0, now(), ?, now(), ? where not exists (select 1 from core.account where id = ?)",
                    person.accountId(),
                    person.accountId().toString(),
                    person.name(),
                    person.accountId(),
                    person.accountId(),
                    person.accountId());
            person.roles()
                    .forEach((programme, roles) -> roles.forEach(role -> handle.execute(
                            "insert into core.role_grant (account_id, organisation_id, programme_id, role, granted_at, granted_by)"
                                    + " select ?, ?, ?, ?, now(), ? where not exists (select 1 from core.role_grant"
                                    + " where account_id = ? and organisation_id = ?)",
                            person.accountId(),
                            person.organisation().id(),
                            programme,
                            role.name(),
                            person.accountId(),
                            person.accountId(),
                            person.organisation().id())));
            return null;
        });
        return person;
    }

    public Caller officer() {
        return person("officer", tree.factory, Role.GRASSROOTS_OFFICER);
    }

    public Caller eastOfficer() {
        return person("eastOfficer", tree.east, Role.SECOND_LEVEL_OFFICER);
    }

    public Caller reviewer() {
        return person("reviewer", tree.east, Role.SECOND_LEVEL_APPROVER);
    }

    public Caller westOfficer() {
        return person("westOfficer", tree.west, Role.SECOND_LEVEL_OFFICER);
    }

    public Caller approver() {
        return person("approver", tree.city, Role.CITY_APPROVER);
    }

    public Caller finance() {
        return person("finance", tree.city, Role.CITY_FINANCE);
    }

    public Caller auditor() {
        return person("auditor", tree.city, Role.AUDITOR);
    }

    public Workshop draft(String name) {
        Workshop draft = Workshops.TYPE.blank();
        draft.setName(name);
        draft.setSize(Size.SMALL);
        draft.setPlaces(10);
        return draft;
    }

    public Workshop created(Caller caller, String name) {
        return workshops.create(caller, draft(name));
    }

    /** Codes with fields, in order: {@code WS-DUP(name) CORE-FORBIDDEN}. */
    public static String refusal(Runnable work) {
        try {
            work.run();
        } catch (RefusedException e) {
            return codes(e.violations());
        }
        return "";
    }

    public static String codes(List<org.shishi.api.rule.Violation> violations) {
        return String.join(
                " ",
                violations.stream()
                        .map(v -> v.field() == null ? v.code() : v.code() + "(" + v.field() + ")")
                        .toList());
    }

    public void pass(java.time.Duration time) {
        now = now.plus(time);
    }

    /** The calendar has data up to this year. */
    public void calendarUntil(int year) {
        calendarUntil = year;
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return SHANGHAI;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Monday to Friday. */
    public WorkingCalendar calendar() {
        return new WorkingCalendar() {
            @Override
            public boolean isWorkingDay(LocalDate day) {
                if (!covers(day.getYear())) {
                    throw new RefusedException("CORE-CAL-MISSING", null, day.getYear());
                }
                return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            }

            @Override
            public LocalDate addWorkingDays(LocalDate day, int n) {
                LocalDate at = day;
                for (int counted = 0; counted < n; ) {
                    at = at.plusDays(1);
                    if (isWorkingDay(at)) {
                        counted++;
                    }
                }
                return at;
            }

            @Override
            public boolean covers(int year) {
                return year <= calendarUntil;
            }
        };
    }

    private Audit audit() {
        return (caller, action, object, reason, details) ->
                audit.add(new Line(caller.name(), action, object, reason, details));
    }

    /** Keeps files in memory. */
    private static final class MemoryAttachments implements Attachments {

        private final Map<String, Map<Attachment, byte[]>> files = new HashMap<>();

        @Override
        public Attachment add(Caller caller, String object, String kind, String fileName, InputStream content) {
            try {
                byte[] bytes = content.readAllBytes();
                Attachment added = new Attachment(
                        UUID.randomUUID(), kind, fileName, "PDF", bytes.length, "00", caller.name(), Instant.EPOCH);
                files.computeIfAbsent(object, o -> new HashMap<>()).put(added, bytes);
                return added;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<Attachment> list(String object) {
            return List.copyOf(files.getOrDefault(object, Map.of()).keySet());
        }

        @Override
        public InputStream open(String object, UUID attachmentId) {
            return new ByteArrayInputStream(files.get(object).entrySet().stream()
                    .filter(file -> file.getKey().id().equals(attachmentId))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null))
                    .getValue());
        }

        @Override
        public void remove(Caller caller, String object, UUID attachmentId) {
            files.get(object).keySet().removeIf(file -> file.id().equals(attachmentId));
        }
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
