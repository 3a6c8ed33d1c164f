package org.shishi.core.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shishi.api.persistence.Database;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** A programme that has texts and parameters, and nothing else. */
public final class SampleProgramme implements LiveProgramme, ProgrammeContext, Edition, Texts {

    private static final String ID = "basket";

    private final int year;
    private final long bundle;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, Text> words = new HashMap<>();

    public SampleProgramme(int year, long bundle) {
        this.year = year;
        this.bundle = bundle;
    }

    /** @param value null: declared, but empty */
    public SampleProgramme parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    public SampleProgramme word(String key, String zh, String en) {
        words.put(key, new Text(zh, en));
        return this;
    }

    @Override
    public String programmeId() {
        return ID;
    }

    @Override
    public int year() {
        return year;
    }

    @Override
    public Edition edition() {
        return this;
    }

    @Override
    public Texts texts() {
        return this;
    }

    @Override
    public ProgrammeDescriptor descriptor() {
        return ProgrammeDescriptor.of(ID, null).build();
    }

    @Override
    public ProgrammeContext context() {
        return this;
    }

    @Override
    public String version() {
        return year + ".1.0";
    }

    @Override
    public long bundleId() {
        return bundle;
    }

    @Override
    public Text title() {
        return new Text("菜篮子", "Basket");
    }

    @Override
    public EditionState state() {
        return EditionState.PUBLISHED;
    }

    @Override
    public List<EditionParameter> parameters() {
        return List.of();
    }

    @Override
    public Optional<Object> value(String name) {
        if (!parameters.containsKey(name)) {
            throw new IllegalArgumentException(name);
        }
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public Edition on(java.time.LocalDate day) {
        return this;
    }

    @Override
    public <R extends Record> R as(Class<R> type, String prefix) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public Database database() {
        throw new AssertionError("not asked for here");
    }

    @Override
    public <T extends ProgrammeRecord> Records<T> records(RecordType<T> type) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public Text get(String key, Object... args) {
        Text word = words.getOrDefault(key, new Text("词 " + key, "word " + key));
        return new Text(filled(word.zh(), args), filled(word.en(), args));
    }

    private static String filled(String pattern, Object[] args) {
        String filled = pattern;
        for (int i = 0; i < args.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return filled;
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(words.keySet());
    }

    @Override
    public boolean has(String key) {
        return words.containsKey(key);
    }
}
