package org.shishi.core.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * Where the rows of an entity stand, in the words of the database, so that they can be found while the entity is away.
 *
 * @param version the column that counts changes; null: there is none
 * @param columns by path of the attribute
 * @param sealed columns that hold sealed text
 */
public record StoredIn(String schema, String table, String version, Map<String, String> columns, List<String> sealed) {

    static Optional<StoredIn> of(String schema, Session session, Class<?> entity) {
        ClassDescriptor descriptor = session.getDescriptor(entity);
        if (descriptor == null || descriptor.getTables().size() != 1) {
            return Optional.empty();
        }
        Map<String, String> columns = new LinkedHashMap<>();
        descriptor.getMappings().forEach(mapping -> add(columns, "", mapping));
        return Optional.of(new StoredIn(
                schema,
                lower(descriptor.getTables().getFirst().getName()),
                descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy locking
                        ? lower(locking.getWriteLockField().getName())
                        : null,
                columns,
                SealedColumn.of(schema, List.of(entity)).stream()
                        .map(SealedColumn::column)
                        .toList()));
    }

    private static void add(Map<String, String> columns, String before, DatabaseMapping mapping) {
        String path = before + mapping.getAttributeName();
        if (mapping instanceof AggregateObjectMapping whole) {
            whole.getReferenceDescriptor().getMappings().forEach(inside -> add(columns, path + ".", inside));
        } else if (mapping.isDirectToFieldMapping() && mapping.getField() != null) {
            columns.put(path, lower(mapping.getField().getName()));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
