package org.shishi.core.setup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.core.audit.AuditLogService;
import org.shishi.core.audit.AuditService;
import org.shishi.core.audit.AuditTelling;
import org.shishi.core.audit.AuditWitness;
import org.shishi.core.crypto.Keys;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.identity.PasswordHash;
import org.shishi.core.organisation.CurrentTree;
import org.shishi.core.organisation.OrganisationAdminService;
import org.shishi.core.organisation.OrganisationsService;
import org.shishi.core.people.PersonBook;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.platform.TestClock;
import org.shishi.core.platform.TestConsole;
import org.shishi.core.programme.KnownProgrammes;
import org.shishi.core.record.LiveYears;
import org.shishi.core.record.OpenCases;
import org.shishi.core.record.RecordNames;
import org.shishi.core.text.CoreMessages;

/** The demonstration's tree and accounts in a test's database, with the services around them. */
public final class TestCity {

    /** Far cheaper than real ones. */
    public static final PasswordHash PASSWORDS = new PasswordHash(16, 1);

    public final CoreDatabase database;
    public final TestClock clock;
    public final Keys keys = new TestKeys();
    public final Audit audit;
    public final TestConsole console = new TestConsole();
    public final CurrentTree tree;
    public final OrganisationsService organisations;
    public final OrganisationAdminService admin;
    /** Notes nothing until it is told to. */
    public final AuditWitness witness;

    public TestCity(CoreDatabase database) {
        this(database, new TestClock());
    }

    public TestCity(CoreDatabase database, TestClock clock) {
        this.database = database;
        this.clock = clock;
        audit = new AuditService(database, keys, clock);
        witness = new AuditWitness(
                Path.of(System.getProperty("java.io.tmpdir"), UUID.randomUUID() + ".seen"), database, keys);
        new Setup(true, null, database, audit, console, (Clock) clock, PASSWORDS);
        tree = new CurrentTree(database);
        organisations = new OrganisationsService(database, tree, clock);
        admin = new OrganisationAdminService(
                database, tree, audit, new OpenCases(new LiveYears(), organisations), clock);
    }

    /** Without programmes. */
    public AuditLogService log() {
        LiveYears none = new LiveYears();
        CoreMessages texts = new CoreMessages();
        AuditTelling telling = new AuditTelling(
                database,
                texts,
                none,
                new KnownProgrammes(database, clock),
                new RecordNames(organisations),
                new PersonBook(database, keys, clock));
        return new AuditLogService(database, keys, clock, audit, witness, telling, texts);
    }

    public Organisation named(String name) {
        return organisations.byName(name).orElseThrow();
    }

    /** Somebody with a role for every programme; not an account of the database. */
    public Caller caller(Role role, Organisation organisation) {
        return new Caller(
                UUID.nameUUIDFromBytes((role + "/" + organisation.id()).getBytes(StandardCharsets.UTF_8)),
                "测试·" + role,
                organisation,
                Map.of(Caller.EVERY_PROGRAMME, Set.of(role)),
                Locale.forLanguageTag("zh-CN"),
                "192.0.2.7");
    }

    /** One of the demonstration's accounts, for where its role lies, with these roles in every programme. */
    public Caller demo(String userName, Role... roles) {
        return database.read(handle -> handle.createQuery(
                        """
                        select a.id, g.organisation_id from core.account a join core.role_grant g on g.account_id = a.id
                        where a.user_name = :name
                        """)
                .bind("name", userName)
                .map((row, context) -> new Caller(
                        row.getObject(1, UUID.class),
                        userName,
                        organisations.byId(row.getObject(2, UUID.class)).orElseThrow(),
                        Map.of(Caller.EVERY_PROGRAMME, Set.of(roles)),
                        Locale.CHINESE,
                        null))
                .one());
    }

    public Caller administrator() {
        return caller(Role.PLATFORM_ADMIN, organisations.city());
    }
}
