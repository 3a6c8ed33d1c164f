package org.shishi.core.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;

/** The values of one programme and year as they stand in its file; they are the same on every day. Immutable. */
final class LoadedEdition implements Edition {

    private final String programmeId;
    private final int year;
    private final EditionState state;
    private final Map<String, EditionParameter> parameters;

    LoadedEdition(String programmeId, int year, EditionFile.Content content) {
        this.programmeId = programmeId;
        this.year = year;
        this.state = content.state();
        Map<String, EditionParameter> byName = new LinkedHashMap<>();
        content.parameters().forEach(parameter -> byName.put(parameter.name(), parameter));
        this.parameters = Collections.unmodifiableMap(byName);
    }

    @Override
    public String programmeId() {
        return programmeId;
    }

    @Override
    public int year() {
        return year;
    }

    @Override
    public EditionState state() {
        return state;
    }

    @Override
    public List<EditionParameter> parameters() {
        return List.copyOf(parameters.values());
    }

    @Override
    public Optional<Object> value(String name) {
        EditionParameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    "the edition " + programmeId + " " + year + " declares no parameter '" + name + "'");
        }
        return Optional.ofNullable(parameter.value());
    }

    @Override
    public Edition on(LocalDate day) {
        return this;
    }

    @Override
    public <R extends Record> R as(Class<R> type, String prefix) {
        return ParameterRecord.of(type, name -> {
            String full = prefix.isEmpty() ? name : prefix + "." + name;
            return value(full).orElse(null);
        });
    }
}
