package org.shishi.core.record;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.identity.Caller;
import org.shishi.core.organisation.Within;

/** The conditions of a query on the alias {@code r}, scope first, with their values. One for lists, counts, exports and reports. */
public final class RecordWhere {

    private static final String IN_SUBTREE = "SQL('" + Within.sql("?", "?") + "', :%s, %s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    RecordWhere() {}

    /** Copy to be narrowed further. */
    RecordWhere(RecordWhere other) {
        conditions.addAll(other.conditions);
        values.putAll(other.values);
    }

    RecordWhere scope(Caller caller, Access.Breadth breadth) {
        return switch (breadth) {
            case ALL -> this;
            case OWN -> and("r.head.ownerOrg = " + value(caller.organisation().id()));
            case SUBTREE ->
                subtree("r.head.ownerOrg", List.of(caller.organisation().id()));
            case NONE -> throw Access.forbidden();
        };
    }

    /** The path names one of these organisations or one below. */
    RecordWhere subtree(String path, List<?> ancestors) {
        return any(ancestors.stream()
                .map(ancestor -> IN_SUBTREE.formatted(value(ancestor).substring(1), path))
                .toList());
    }

    /** @param condition on the alias {@code r}, without values */
    public RecordWhere and(String condition) {
        conditions.add(condition);
        return this;
    }

    RecordWhere any(List<String> alternatives) {
        return and("(" + String.join(" or ", alternatives) + ")");
    }

    /** Keeps a value and returns the parameter that stands for it. */
    String value(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** {@code " where …"}, or nothing when all records of the table are meant. */
    public String jpql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    public <Q extends Query> Q bind(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
