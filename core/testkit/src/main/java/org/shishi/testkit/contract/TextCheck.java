package org.shishi.testkit.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Rule;
import org.shishi.api.workflow.Transition;

/** Everything that can appear on a screen has words in Chinese and in English. */
public final class TextCheck {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2,}(-[A-Z][A-Z0-9]*)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    private final BuiltProgramme programme;
    /** Key and what needs it. */
    private final Map<String, String> needed = new LinkedHashMap<>();

    private TextCheck(BuiltProgramme programme) {
        this.programme = programme;
    }

    public static List<String> faults(BuiltProgramme programme) {
        TextCheck check = new TextCheck(programme);
        check.collect();
        Map<String, String> zh = programme.texts("zh");
        Map<String, String> en = programme.texts("en");
        check.needAll(zh.keySet(), "messages_zh.properties");
        check.needAll(en.keySet(), "messages_en.properties");
        Faults faults = new Faults();
        check.needed.forEach((key, user) -> {
            missing(zh, "zh", key, user, faults);
            missing(en, "en", key, user, faults);
            faults.addIf(
                    zh.containsKey(key)
                            && en.containsKey(key)
                            && !places(zh.get(key)).equals(places(en.get(key))),
                    "the text '" + key + "' has different places to fill in",
                    "messages_zh.properties and messages_en.properties",
                    "use the same {0}, {1} … in both");
        });
        return faults.all();
    }

    private static void missing(Map<String, String> texts, String language, String key, String user, Faults faults) {
        String text = texts.get(key);
        faults.addIf(
                text == null || text.isBlank(),
                "the text '" + key + "' of " + user + " is missing",
                "expected in src/main/resources/messages_" + language + ".properties",
                "add the line " + key + "=…");
    }

    private static List<String> places(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private void collect() {
        ProgrammeDescriptor descriptor = programme.descriptor();
        needAll(List.of("programme.title", "programme.description"), "the programme");
        descriptor.records().forEach(this::record);
        descriptor.forms().forEach(form -> {
            need("form." + form.id(), "form " + form.id());
            code(form.foreignCode(), "form " + form.id());
        });
        descriptor.indicators().forEach(i -> need("indicator." + i.code(), "indicator " + i.code()));
        descriptor.reports().forEach(report -> {
            need("report." + report.id(), "report " + report.id());
            report.measures().forEach(m -> need("measure." + m.key(), "report " + report.id()));
        });
        descriptor.rules().forEach(this::rules);
        descriptor.exclusions().forEach(group -> code(group.refusal(), "exclusion group " + group.code()));
        programme.jobs().forEach(job -> need("job." + job.id(), "job " + job.id()));
        programme.edition().values().forEach(parameter -> {
            need("parameter." + parameter.name(), "parameter " + parameter.name());
            code(parameter.unset(), "parameter " + parameter.name());
            parameter.options().forEach(option -> option(parameter, option));
        });
        for (String source : BuiltProgramme.contents(programme.sources(), ".java")) {
            CODE.matcher(source).results().forEach(found -> code(found.group(1), "a refusal in the sources"));
        }
    }

    /** People choose options by their words: the parameter's own, or those of a constant of a field's enum. */
    private void option(Parameter parameter, String option) {
        boolean constant = programme.descriptor().records().stream()
                .flatMap(type -> type.fields().stream())
                .map(Field::valueType)
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .anyMatch(each -> ((Enum<?>) each).name().equals(option));
        if (!constant) {
            need("parameter." + parameter.name() + "." + option, "option of " + parameter.name());
        }
    }

    /** On the try-out page people choose a rule by its title. */
    private void rules(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            Rule rule = method.getAnnotation(Rule.class);
            if (rule != null) {
                need("rule." + rule.id(), "rule " + rule.id());
            }
        }
    }

    private void record(RecordType<?> type) {
        String id = type.id();
        needAll(List.of(id, id + ".one"), "record type " + id);
        for (Field<?, ?> field : type.fields()) {
            need(id + "." + field.name(), "a field");
            if (!field.section().isEmpty()) {
                need(id + ".section." + field.section(), "a section");
            }
            if (field.kind() == FieldKind.ENUM || field.kind() == FieldKind.TAGS) {
                constants(field.valueType());
            }
            code(field.missingCode(), "field " + id + "." + field.name());
        }
        type.person()
                .filter(fields -> fields.consent() != null)
                .ifPresent(fields -> need("consent." + fields.purpose(), "what people agree to"));
        type.participations().forEach(part -> need("participation." + part.kind(), "a participation"));
        type.attachmentKinds().forEach(kind -> need(id + ".attachment." + kind, "a kind of attachment"));
        type.workflow().ifPresent(flow -> {
            constants(flow.states());
            code(flow.illegalCode(), "the workflow of " + id);
            needAll(
                    flow.transitions().stream()
                            .map(Transition::action)
                            .distinct()
                            .map(action -> "action." + action)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    "a step");
        });
    }

    private void constants(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            need(type.getSimpleName() + "." + ((Enum<?>) constant).name(), "an enum");
        }
    }

    /** The core's own codes have the core's words. */
    private void code(String code, String user) {
        if (code != null && !code.startsWith("CORE-")) {
            need(code, user);
        }
    }

    private void needAll(Collection<String> keys, String user) {
        keys.forEach(key -> need(key, user));
    }

    private void need(String key, String user) {
        needed.putIfAbsent(key, user);
    }
}
