package org.shishi.core.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.shishi.api.platform.AuditLog.Wanted;
import org.shishi.core.organisation.Within;

/** Which lines are asked for, and which of them the caller may see, as one condition. */
final class AuditConditions {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param scope of whoever asks; null: the whole city */
    AuditConditions(Wanted wanted, UUID scope) {
        is("a.on_day >= :from", "from", wanted.from());
        is("a.on_day <= :to", "to", wanted.to());
        part("account_name", wanted.user());
        action(text(wanted.action()));
        part("object", wanted.object());
        if (wanted.organisation() != null) {
            is(
                    wanted.below()
                            ? Within.sql("a.organisation_id", ":organisation")
                            : "a.organisation_id = :organisation",
                    "organisation",
                    wanted.organisation());
        }
        is(Within.sql("a.organisation_id", ":scope"), "scope", scope);
    }

    String sql() {
        return sql.toString();
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }

    private void action(String name) {
        if (name != null && name.endsWith(".")) {
            is("a.action like :action escape '!'", "action", escaped(name) + "%");
        } else {
            is("a.action = :action", "action", name);
        }
    }

    private void part(String column, String text) {
        String part = text(text);
        is(
                "lower(a." + column + ") like :" + column + " escape '!'",
                column,
                part == null ? null : "%" + escaped(part.toLowerCase(Locale.ROOT)) + "%");
    }

    private void is(String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String escaped(String text) {
        return text.replaceAll("([%_!])", "!$1");
    }
}
