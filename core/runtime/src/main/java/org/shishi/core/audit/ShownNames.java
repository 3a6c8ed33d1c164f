package org.shishi.core.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.platform.AuditLog.Entry;
import org.shishi.core.organisation.Within;
import org.shishi.core.persistence.CoreDatabase;

/**
 * What the core's own things of some lines are called now, as far as the reader's branch goes. The log keeps their ids
 * only: names change, and some are personal.
 */
final class ShownNames {

    private static final int SHOWN = 8;

    private static final String ACCOUNT =
            "select a.id, a.display_name || '（' || a.user_name || '）' from core.account a" + " where a.id in (<ids>)";
    private static final String TOKEN = "select t.id, t.name || '（' || a.display_name || '）' from core.access_token t"
            + " join core.account a on a.id = t.account_id where t.name is not null and t.id in (<ids>)";
    private static final String UNIT = "select u.id, u.name from core.unit u where u.id in (<ids>)";
    private static final String ITEM = "select i.id, i.title from core.local_programme_item i where i.id in (<ids>)";
    private static final String ORGANISATION = "select o.id, o.name from core.organisation o where o.id in (<ids>)";

    private final Map<String, Set<UUID>> wanted = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();

    void want(Entry entry, AuditObject object) {
        if (object.id() != null && object.programmeId() == null) {
            want(object.kind(), object.id());
        }
        entry.details().forEach((key, value) -> {
            String kind = DetailWords.named(key);
            if (kind != null) {
                AuditObject.uuid(value).ifPresent(id -> want(kind, id));
            }
        });
    }

    private void want(String kind, UUID id) {
        wanted.computeIfAbsent(kind, any -> new HashSet<>()).add(id);
    }

    Set<UUID> wanted(String kind) {
        return wanted.getOrDefault(kind, Set.of());
    }

    void look(CoreDatabase database, Caller caller) {
        UUID scope = caller.organisation().type() == OrgType.CITY
                ? null
                : caller.organisation().id();
        String account = scope == null
                ? ""
                : " and exists (select 1 from core.role_grant g where g.account_id = a.id and "
                        + Within.sql("g.organisation_id", ":scope") + ")";
        database.read(handle -> {
            look(handle, "account", ACCOUNT + account, scope);
            look(handle, "token", TOKEN + account, scope);
            look(handle, "unit", UNIT + within("u.organisation_id", scope), scope);
            look(handle, "local-programme", ITEM + within("i.organisation_id", scope), scope);
            look(handle, "organisation", ORGANISATION + within("o.id", scope), scope);
            return null;
        });
    }

    private static String within(String column, UUID scope) {
        return scope == null ? "" : " and " + Within.sql(column, ":scope");
    }

    private void look(Handle handle, String kind, String sql, UUID scope) {
        Collection<UUID> ids = wanted(kind);
        if (ids.isEmpty()) {
            return;
        }
        Query query = handle.createQuery(sql).bindList("ids", new ArrayList<>(ids));
        if (scope != null) {
            query.bind("scope", scope);
        }
        query.map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(found -> names.put(found.getKey(), found.getValue()));
    }

    void add(Map<UUID, String> more) {
        names.putAll(more);
    }

    /** Null: nothing is known, or nothing that the reader may see. */
    String of(UUID id) {
        return names.get(id);
    }

    /** Enough of an id to tell two things apart: its end, for those made at the same time begin alike. */
    static String shortened(UUID id) {
        String text = id.toString();
        return "…" + text.substring(text.length() - SHOWN);
    }

    /** A digest is recognised by its begin. */
    static String shortened(String digest) {
        return digest.substring(0, SHOWN) + "…";
    }

    static List<String> listed(String text) {
        return List.of(text.split("\\s*,\\s*"));
    }
}
