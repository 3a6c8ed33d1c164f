package org.shishi.core.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.time.Window;

/**
 * The edition of an open programme: its bundle's file says which parameters there are and what they start with, the
 * book of this node what was decided since. Answers each question from the state of that moment. Immutable itself.
 */
public final class LiveEdition implements Edition {

    private final EditionKey key;
    private final Map<String, EditionParameter> declared;
    private final Supplier<Decided> decided;
    private final Supplier<LocalDate> day;

    private LiveEdition(
            EditionKey key,
            Map<String, EditionParameter> declared,
            Supplier<Decided> decided,
            Supplier<LocalDate> day) {
        this.key = key;
        this.declared = declared;
        this.decided = decided;
        this.day = day;
    }

    /** @param clock in Shanghai: says which day is today */
    static LiveEdition of(EditionKey key, EditionFile.Content content, Supplier<Decided> decided, Clock clock) {
        Map<String, EditionParameter> byName = new LinkedHashMap<>();
        content.parameters().forEach(parameter -> byName.put(parameter.name(), parameter));
        return new LiveEdition(key, Collections.unmodifiableMap(byName), decided, () -> LocalDate.now(clock));
    }

    @Override
    public String programmeId() {
        return key.programmeId();
    }

    @Override
    public int year() {
        return key.year();
    }

    @Override
    public EditionState state() {
        return decided.get().state();
    }

    @Override
    public List<EditionParameter> parameters() {
        Decided now = decided.get();
        LocalDate at = day.get();
        return declared.values().stream()
                .map(parameter -> parameter.with(now.value(parameter, at)))
                .toList();
    }

    @Override
    public Optional<Object> value(String name) {
        EditionParameter parameter = declared.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the edition " + key + " declares no parameter '" + name + "'");
        }
        return Optional.ofNullable(decided.get().value(parameter, day.get()));
    }

    @Override
    public Edition on(LocalDate other) {
        return new LiveEdition(key, declared, decided, () -> other);
    }

    @Override
    public <R extends Record> R as(Class<R> type, String prefix) {
        return ParameterRecord.of(type, name -> {
            String full = prefix.isEmpty() ? name : prefix + "." + name;
            return value(full).orElse(null);
        });
    }

    @Override
    public Window window(String name, UUID organisation) {
        Window own = Edition.super.window(name, organisation);
        LocalDate extended = decided.get().extended(name, organisation);
        boolean longer = extended != null && own.to() != null && extended.isAfter(own.to());
        return longer ? new Window(own.from(), extended) : own;
    }
}
