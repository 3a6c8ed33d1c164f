package org.shishi.testkit.contract.schema;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportTable;
import org.shishi.testkit.contract.BuiltProgramme;
import org.shishi.testkit.contract.Faults;

/**
 * The migrations run on a fresh database, and its tables hold every record with the largest values that its fields allow;
 * reports and indicators can be asked.
 */
public final class SchemaCheck {

    private static final String SCRIPTS = "src/main/resources/db/migration";

    private final BuiltProgramme programme;
    private final TestServer server;
    private final String schema;
    private final Faults faults = new Faults();

    private SchemaCheck(BuiltProgramme programme, TestServer server) {
        this.programme = programme;
        this.server = server;
        this.schema = programme.descriptor().id().replace('-', '_') + "_2024";
    }

    public static List<String> faults(BuiltProgramme programme, TestServer server) {
        SchemaCheck check = new SchemaCheck(programme, server);
        DataSource database = server.fresh();
        if (check.migrated(database)) {
            check.records(database);
            SortIndexes.check(programme, server, check.schema, database, check.faults);
        }
        return check.faults.all();
    }

    private boolean migrated(DataSource database) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:" + programme.classes().resolve("db/migration"))
                    .schemas(server.name(schema))
                    .createSchemas(true)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            return true;
        } catch (FlywayException e) {
            faults.add(
                    "the migrations do not run on " + server + ": " + flat(e),
                    SCRIPTS,
                    "correct the script: names like V1__visits.sql, SQL that H2 and PostgreSQL both take, no schema names");
            return false;
        }
    }

    private void records(DataSource database) {
        try (EntityManagerFactory factory = unit(database);
                EntityManager manager = factory.createEntityManager()) {
            SampleValues values = new SampleValues();
            wholesFirst().forEach(type -> keeps(manager, type, values));
            programme.descriptor().indicators().forEach(indicator -> ask(manager, indicator));
            programme.descriptor().reports().forEach(report -> ask(manager, report));
        } catch (RuntimeException e) {
            faults.add(
                    "the entities do not fit the database " + server + ": " + flat(e),
                    SCRIPTS,
                    "give each entity a table and each of its @Column a column there");
        }
    }

    private EntityManagerFactory unit(DataSource database) {
        PersistenceConfiguration unit = new PersistenceConfiguration(schema + "-" + server)
                .provider(PersistenceProvider.class.getName())
                .managedClass(RecordHead.class)
                .property(PersistenceUnitProperties.NON_JTA_DATASOURCE, database)
                .property(PersistenceUnitProperties.TARGET_DATABASE, server.platform())
                .property(PersistenceUnitProperties.SESSION_CUSTOMIZER, (SessionCustomizer)
                        session -> session.getLogin().setTableQualifier(schema))
                .property(PersistenceUnitProperties.WEAVING, "static")
                .property(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false")
                .property(PersistenceUnitProperties.LOGGING_LEVEL, "OFF")
                .property(PersistenceUnitProperties.VALIDATION_MODE, "NONE");
        String listed = Objects.requireNonNullElse(programme.header("Shishi-Entities"), "");
        Arrays.stream(listed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    try {
                        unit.managedClass(
                                Class.forName(name, true, programme.type().getClassLoader()));
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException("the manifest lists " + name + ", which is not there");
                    }
                });
        return new PersistenceProvider().createEntityManagerFactory(unit);
    }

    /** A part's row may be held to its whole's by a foreign key. */
    private List<RecordType<?>> wholesFirst() {
        List<RecordType<?>> ordered = new ArrayList<>(programme.descriptor().records());
        ordered.sort(java.util.Comparator.comparing(type -> type.partOf().isPresent()));
        return ordered;
    }

    private <T extends ProgrammeRecord> void keeps(EntityManager manager, RecordType<T> type, SampleValues values) {
        T record = values.filled(type);
        manager.getTransaction().begin();
        try {
            manager.persist(record);
            manager.getTransaction().commit();
        } catch (RuntimeException e) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            faults.add(
                    "a complete record of '" + type.id() + "' cannot be stored on " + server + ": " + flat(e),
                    SCRIPTS,
                    "compare the columns with the fields: names, types, lengths (max, digits), and the columns of RecordHead");
            manager.clear();
            return;
        }
        values.stored(type, record);
        manager.clear();
        compare(type, record, manager.find(type.entity(), record.id()));
        manager.clear();
    }

    private <T extends ProgrammeRecord> void compare(RecordType<T> type, T stored, T found) {
        for (Field<T, ?> field : type.fields()) {
            Object before = field.get(stored);
            Object after = field.get(found);
            boolean same = before instanceof BigDecimal a && after instanceof BigDecimal b
                    ? a.compareTo(b) == 0
                    : Objects.equals(before, after);
            faults.addIf(
                    !same,
                    type.id() + "." + field.name() + " comes back from " + server + " as '" + after + "' instead of '"
                            + before + "'",
                    type.entity().getSimpleName() + " and " + SCRIPTS,
                    "map the getter to a column of fitting type, length and scale");
        }
    }

    private void ask(EntityManager manager, Indicator indicator) {
        asked(
                manager,
                "select count(r) from " + indicator.type().entity().getSimpleName() + " r where "
                        + indicator.condition(),
                "the condition of indicator '" + indicator.code() + "'");
    }

    private void ask(EntityManager manager, ReportTable report) {
        String entity = report.type().entity().getSimpleName();
        report.measures()
                .forEach(measure -> asked(
                        manager,
                        "select " + measure.expression() + " from " + entity + " r",
                        "measure '" + measure.key() + "' of report '" + report.id() + "'"));
    }

    private void asked(EntityManager manager, String query, String what) {
        try {
            manager.createQuery(query).getResultList();
        } catch (RuntimeException e) {
            faults.add(
                    what + " cannot be asked on " + server + ": " + flat(e),
                    query,
                    "write JPQL on the alias r with the entity's attribute names");
        }
    }

    private static String flat(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
