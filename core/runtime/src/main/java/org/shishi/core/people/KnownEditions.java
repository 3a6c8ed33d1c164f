package org.shishi.core.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Programmes and years all of whose tables are known and there: {@code basket/2024}. */
final class KnownEditions {

    private final Map<String, List<PersonalTable>> tables;
    private final Set<String> names;

    KnownEditions(Handle handle) {
        this.tables = new PersonalTables(handle).all().stream().collect(Collectors.groupingBy(PersonalTable::edition));
        Map<String, Set<String>> columns = columns(handle);
        this.names = tables.entrySet().stream()
                .filter(edition -> edition.getValue().stream()
                        .allMatch(table -> table.there(columns.getOrDefault(table.name(), Set.of()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What really stands in the database, asked for once: {@code schema.table} and its columns. */
    private static Map<String, Set<String>> columns(Handle handle) {
        Map<String, Set<String>> all = new HashMap<>();
        handle.createQuery("select lower(table_schema) || '.' || lower(table_name), lower(column_name)"
                        + " from information_schema.columns where lower(table_schema) in"
                        + " (select schema_name from core.personal_table)")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> all.computeIfAbsent(entry.getKey(), table -> new HashSet<>())
                        .add(entry.getValue()));
        return all;
    }

    Set<String> names() {
        return names;
    }

    /** Those of whose parts all is known. */
    List<PersonTraces.Part> of(List<PersonTraces.Part> records) {
        return records.stream()
                .filter(record -> names.contains(record.programmeId() + "/" + record.year()))
                .toList();
    }

    /** Whose records are about persons. */
    List<PersonalTable> ofPersons(String edition) {
        return tables.getOrDefault(edition, List.of()).stream()
                .filter(table -> table.person() != null)
                .toList();
    }
}
