package org.shishi.core.people;

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
        this.names = tables.entrySet().stream()
                .filter(edition -> edition.getValue().stream().allMatch(table -> table.there(handle)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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
