package org.shishi.core.audit;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** Reads the log: below the city everybody sees only what was done for its own organisation and those below it. */
@Component(service = AuditLog.class)
public final class AuditLogService implements AuditLog {

    private static final int MOST = 500;
    private static final int MOST_EXPORTED = 200_000;

    private final CoreDatabase database;
    private final Keys keys;
    private final Clock clock;
    private final AuditWitness witness;
    private final Audit audit;
    private final AuditTelling telling;
    private final CoreTexts texts;

    @Activate
    public AuditLogService(
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference Clock clock,
            @Reference Audit audit,
            @Reference AuditWitness witness,
            @Reference AuditTelling telling,
            @Reference CoreTexts texts) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.witness = witness;
        this.audit = audit;
        this.telling = telling;
        this.texts = texts;
    }

    @Override
    public List<Entry> list(Caller caller, Wanted wanted, long before, int limit) {
        require(caller);
        AuditConditions conditions = new AuditConditions(
                wanted, wholeCity(caller) ? null : caller.organisation().id());
        return database.read(handle -> {
            Query query = handle.createQuery("select * from core.audit_entry a where a.number < :before"
                            + conditions.sql() + " order by a.number desc limit :limit")
                    .bind("before", before <= 0 ? Long.MAX_VALUE : before)
                    .bind("limit", Math.clamp(limit, 1, MOST));
            return conditions.bind(query).map((row, context) -> entry(row)).list();
        });
    }

    @Override
    public List<Told> tell(Caller caller, List<Entry> entries) {
        require(caller);
        return telling.tell(caller, entries);
    }

    @Override
    public void export(Caller caller, Wanted wanted, OutputStream xlsx) {
        require(caller);
        AuditSheet sheet = new AuditSheet(texts, caller.locale(), entries -> telling.tell(caller, entries));
        try {
            sheet.write(xlsx, MOST_EXPORTED, before -> list(caller, wanted, before, MOST));
        } finally {
            exported(caller, wanted, sheet.lines());
        }
    }

    private void exported(Caller caller, Wanted wanted, long lines) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("lines", Long.toString(lines));
        put(asked, "from", wanted.from());
        put(asked, "to", wanted.to());
        put(asked, "user", wanted.user());
        put(asked, "action", wanted.action());
        put(asked, "object", wanted.object());
        put(asked, "organisation", wanted.organisation());
        audit.write(caller, "audit.export", "audit", null, asked);
    }

    /** From name to name by the index: there are some sixty names and millions of lines. */
    @Override
    public List<String> actions(Caller caller) {
        require(caller);
        return database.read(handle -> {
            List<String> names = new ArrayList<>();
            Optional<String> next = after(handle, "");
            while (next.isPresent()) {
                names.add(next.get());
                next = after(handle, next.get());
            }
            return names;
        });
    }

    private static Optional<String> after(Handle handle, String name) {
        return handle.createQuery("select min(action) from core.audit_entry where action > :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    private static void put(Map<String, String> asked, String name, Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }

    @Override
    public List<LocalDate> verify(Caller caller) {
        require(caller);
        return database.read(handle ->
                new AuditVerification(handle, keys.ring(KeyPurpose.AUDIT), LocalDate.now(clock), witness).run());
    }

    private static void require(Caller caller) {
        if (!caller.mayAnywhere(Right.AUDIT_LOG)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private static boolean wholeCity(Caller caller) {
        return caller.organisation().type() == OrgType.CITY;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        AuditLine line = AuditLine.of(row);
        return new Entry(
                row.getLong("number"),
                line.at(),
                line.accountName(),
                line.organisationName(),
                line.action(),
                line.object(),
                line.reason(),
                line.address(),
                Words.details(line.details()),
                line.roles());
    }
}
