package org.shishi.core.audit;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.Keys;
import org.shishi.core.organisation.Within;
import org.shishi.core.persistence.CoreDatabase;

/** Reads the log: below the city everybody sees only what was done for its own organisation and those below it. */
@Component(service = AuditLog.class)
public final class AuditLogService implements AuditLog {

    private static final int MOST = 500;
    private static final int MOST_EXPORTED = 200_000;

    private final CoreDatabase database;
    private final Keys keys;
    private final Clock clock;
    private final Audit audit;

    @Activate
    public AuditLogService(
            @Reference CoreDatabase database, @Reference Keys keys, @Reference Clock clock, @Reference Audit audit) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<Entry> list(
            Caller caller,
            LocalDate from,
            LocalDate to,
            String user,
            String action,
            String object,
            long before,
            int limit) {
        require(caller);
        StringBuilder sql = new StringBuilder("select * from core.audit_entry a where a.number < :before");
        if (from != null) {
            sql.append(" and a.on_day >= :from");
        }
        if (to != null) {
            sql.append(" and a.on_day <= :to");
        }
        part(sql, "account_name", user);
        part(sql, "action", action);
        part(sql, "object", object);
        if (!wholeCity(caller)) {
            sql.append(" and ").append(Within.sql("a.organisation_id", ":scope"));
        }
        sql.append(" order by a.number desc limit :limit");
        return database.read(handle -> {
            Query query = handle.createQuery(sql.toString())
                    .bind("before", before <= 0 ? Long.MAX_VALUE : before)
                    .bind("limit", Math.clamp(limit, 1, MOST));
            bind(query, "from", from);
            bind(query, "to", to);
            bind(query, "account_name", like(user));
            bind(query, "action", like(action));
            bind(query, "object", like(object));
            bind(
                    query,
                    "scope",
                    wholeCity(caller) ? null : caller.organisation().id());
            return query.map((row, context) -> entry(row)).list();
        });
    }

    @Override
    public void export(
            Caller caller, LocalDate from, LocalDate to, String user, String action, String object, OutputStream xlsx) {
        require(caller);
        long lines = AuditSheet.write(
                xlsx, MOST_EXPORTED, before -> list(caller, from, to, user, action, object, before, MOST));
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("lines", Long.toString(lines));
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "user", user);
        put(asked, "action", action);
        put(asked, "object", object);
        audit.write(caller, "audit.export", "audit", null, asked);
    }

    private static void put(Map<String, String> asked, String name, Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }

    @Override
    public List<LocalDate> verify(Caller caller) {
        require(caller);
        return database.read(
                handle -> new AuditVerification(handle, keys.ring(KeyPurpose.AUDIT), LocalDate.now(clock)).run());
    }

    private static void require(Caller caller) {
        if (!caller.mayAnywhere(Right.AUDIT_LOG)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private static boolean wholeCity(Caller caller) {
        return caller.organisation().type() == OrgType.CITY;
    }

    private static void part(StringBuilder sql, String column, String text) {
        if (like(text) != null) {
            sql.append(" and lower(a.")
                    .append(column)
                    .append(") like :")
                    .append(column)
                    .append(" escape '!'");
        }
    }

    private static String like(String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([%_!])", "!$1") + "%";
    }

    private static void bind(Query query, String name, Object value) {
        if (value != null) {
            query.bind(name, value);
        }
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
                Words.details(line.details()));
    }
}
