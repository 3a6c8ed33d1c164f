package org.shishi.testkit.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.shishi.api.rule.EditionYear;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.time.WorkingCalendar;

/** The rules are written so that the catalogue can call them, and are the ones that others know. */
public final class RuleCheck {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9][A-Za-z0-9.]*)+");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private RuleCheck() {}

    /** @param expected {@code "<id> <name>"} each */
    public static List<String> faults(BuiltProgramme programme, List<String> expected) {
        Faults faults = new Faults();
        TreeSet<String> offered = new TreeSet<>();
        TreeSet<String> ids = new TreeSet<>();
        for (Class<?> type : programme.descriptor().rules()) {
            List<Method> rules = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Rule.class))
                    .toList();
            faults.addIf(
                    rules.isEmpty(),
                    type.getSimpleName() + " is named in .rules(...) and has no rule",
                    type.getName(),
                    "annotate its methods with @Rule, or take it out");
            for (Method method : rules) {
                Rule rule = method.getAnnotation(Rule.class);
                offered.add(rule.id() + " " + rule.name());
                faults.addIf(
                        !ids.add(rule.id()), "there are two rules " + rule.id(), place(method), "give each its own id");
                written(programme, method, rule, faults);
            }
        }
        for (String missing : minus(expected, offered)) {
            faults.add(
                    "the rule '" + missing + "' is not offered",
                    "the programme's test names it",
                    "name its class in .rules(...), or take it out of the test (those who call it will get 404)");
        }
        for (String unknown : minus(offered, expected)) {
            faults.add(
                    "the rule '" + unknown + "' is offered",
                    "the programme's test does not name it",
                    "add \"" + unknown + "\" to the test's constructor");
        }
        return faults.all();
    }

    private static void written(BuiltProgramme programme, Method method, Rule rule, Faults faults) {
        String where = place(method);
        boolean reachable = Modifier.isPublic(method.getModifiers())
                && Modifier.isStatic(method.getModifiers())
                && Modifier.isPublic(method.getDeclaringClass().getModifiers());
        faults.addIf(
                !reachable, rule.id() + " cannot be called", where, "make it a public static method of a public class");
        faults.addIf(
                !ID.matcher(rule.id()).matches(),
                "'" + rule.id() + "' is no rule id",
                where,
                "write it like R-7.1a or NB-1");
        faults.addIf(
                !NAME.matcher(rule.name()).matches(),
                "'" + rule.name() + "' is no rule name",
                where,
                "write it in camelCase");
        faults.addIf(rule.source().isBlank(), rule.id() + " has no source", where, "say where the rule is written");
        faults.addIf(
                !answersRecord(method),
                rule.id() + " does not answer a record",
                where,
                "let it return Outcome<R> of a record R (Outcome<Ok> when there is nothing to say)");
        for (Parameter parameter : method.getParameters()) {
            parameter(programme, rule, parameter, where, faults);
        }
    }

    private static void parameter(
            BuiltProgramme programme, Rule rule, Parameter parameter, String where, Faults faults) {
        var yearly = parameter.getAnnotation(org.shishi.api.rule.Parameter.class);
        if (yearly != null) {
            faults.addIf(
                    !programme.edition().containsKey(yearly.value()),
                    rule.id() + " needs the parameter '" + yearly.value() + "'",
                    "edition.yaml has " + programme.edition().keySet(),
                    "add it there with type, value and source");
            var value = programme.edition().get(yearly.value());
            faults.addIf(
                    parameter.getType().isPrimitive() && value != null && value.value() == null,
                    rule.id() + " takes '" + yearly.value() + "' as " + parameter.getType() + ", and it may be unset",
                    where,
                    "take the boxed type and refuse with the rule's own code when it is null");
            return;
        }
        boolean known = parameter.isAnnotationPresent(Input.class)
                || parameter.getType() == WorkingCalendar.class
                || parameter.getType() == int.class && parameter.isAnnotationPresent(EditionYear.class);
        faults.addIf(
                !known,
                rule.id() + " has an argument '" + parameter.getName() + "' that nobody fills",
                where,
                "annotate it with @Input(\"name\") or @Parameter(\"name\"), an int year with @EditionYear");
    }

    private static boolean answersRecord(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType type
                && type.getRawType() == Outcome.class
                && type.getActualTypeArguments()[0] instanceof Class<?> result
                && result.isRecord();
    }

    private static String place(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static List<String> minus(Iterable<String> all, java.util.Collection<String> others) {
        TreeSet<String> left = new TreeSet<>();
        all.forEach(left::add);
        left.removeAll(others);
        return List.copyOf(left);
    }
}
