package org.shishi.core.record;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.core.organisation.Within;

/** The conditions of a query on the alias {@code r}, scope first, with their values. One for lists, counts, exports and reports. */
public final class RecordWhere {

    private static final String IN_SUBTREE = "SQL('" + Within.sql("?", "?") + "', :%s, %s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    /** Paths that have one value in every row that is meant; null among them: one that no index need begin with. */
    private final List<String> fixed = new ArrayList<>();

    RecordWhere() {}

    /** Copy to be narrowed further. */
    RecordWhere(RecordWhere other) {
        conditions.addAll(other.conditions);
        values.putAll(other.values);
        fixed.addAll(other.fixed);
    }

    RecordWhere scope(Caller caller, Access.Breadth breadth) {
        return switch (breadth) {
            case ALL -> this;
            case PERSONAL ->
                equal("r.head.ownerOrg", caller.organisation().id(), false)
                        .equal("r.head.createdBy", caller.accountId(), false);
            case OWN -> equal("r.head.ownerOrg", caller.organisation().id(), false);
            case SUBTREE ->
                subtree("r.head.ownerOrg", List.of(caller.organisation().id()));
            case NONE -> throw Access.forbidden();
        };
    }

    /** @param indexed an index begins with the path and goes on with the id */
    RecordWhere equal(String path, Object value, boolean indexed) {
        fixed.add(indexed ? path : null);
        return and(path + " = " + value(value));
    }

    /** Only rows that are named one by one: quicker than any index. */
    RecordWhere among(Collection<UUID> ids) {
        fixed.add(null);
        return and(ids.isEmpty() ? "1 = 0" : "r.id in " + value(List.copyOf(ids)));
    }

    /**
     * The one path that an order by id may begin with and stay the same order: H2 goes along an index only if the order
     * names its columns from the first on. Null: none.
     */
    String lead() {
        return fixed.size() == 1 ? fixed.getFirst() : null;
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
