package org.shishi.core.rule;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.RuleInfo;
import org.shishi.api.rule.Violation;
import org.shishi.api.time.WorkingCalendar;

/** A rule's method, taken apart once so that it can be called with plain values. */
final class BoundRule {

    private final Rule rule;
    private final Method method;
    private final List<Argument> arguments;
    private final Set<String> inputNames;
    private final Set<String> parameterNames;

    private BoundRule(Method method) {
        this.rule = method.getAnnotation(Rule.class);
        this.method = method;
        this.arguments = Arrays.stream(method.getParameters()).map(Argument::of).toList();
        this.inputNames = new HashSet<>(RuleCall.names(arguments, Argument.Given.class));
        this.parameterNames = new HashSet<>(RuleCall.names(arguments, Argument.Yearly.class));
    }

    /**
     * The rules of a class.
     *
     * @throws IllegalArgumentException when one is not written as {@link Rule} asks
     */
    static List<BoundRule> of(Class<?> ruleClass) {
        return Arrays.stream(ruleClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Rule.class))
                .map(BoundRule::of)
                .toList();
    }

    private static BoundRule of(Method method) {
        int modifiers = method.getModifiers();
        boolean reachable = Modifier.isPublic(modifiers)
                && Modifier.isStatic(modifiers)
                && Modifier.isPublic(method.getDeclaringClass().getModifiers());
        if (!reachable || method.getReturnType() != Outcome.class) {
            throw new IllegalArgumentException(
                    method + " must be a public static method of a public class and answer an Outcome");
        }
        try {
            return new BoundRule(method);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(method + ": " + e.getMessage(), e);
        }
    }

    String id() {
        return rule.id();
    }

    /** Full names of the parameters, in the order of the method. */
    List<String> parameters() {
        return RuleCall.names(arguments, Argument.Yearly.class);
    }

    /** Whether a value for a parameter can be read; also true for a parameter that this rule does not look at. */
    boolean takes(String parameter, Object value) {
        Place place = new Place(parameter, new ArrayList<>());
        arguments.stream()
                .filter(argument -> argument instanceof Argument.Yearly yearly
                        && yearly.name().equals(parameter))
                .forEach(argument -> ((Argument.Yearly) argument).shape().read(value, place));
        return place.faults().isEmpty();
    }

    RuleInfo info(String owner, Integer year) {
        List<RuleInfo.InputInfo> inputs = arguments.stream()
                .filter(Argument.Given.class::isInstance)
                .map(argument -> ((Argument.Given) argument).slot().info())
                .toList();
        return new RuleInfo(rule.id(), rule.name(), rule.source(), owner, year, inputs, parameters(), outputs());
    }

    /** {@code Outcome<Answer>}: the components of Answer; none where an answer holds what could not be an input. */
    private List<RuleInfo.InputInfo> outputs() {
        try {
            return method.getGenericReturnType() instanceof ParameterizedType answer
                    ? Shapes.of(answer.getActualTypeArguments()[0], Checks.PLAIN)
                            .of()
                    : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /**
     * @param trial values that stand in for the edition's
     * @param year of the edition
     * @param edition the edition's values; throws IllegalArgumentException for a name it does not have
     */
    Outcome<Map<String, Object>> call(
            Map<String, ?> inputs,
            Map<String, ?> trial,
            Function<String, Object> edition,
            Integer year,
            WorkingCalendar calendar) {
        Place call = new Place("", new ArrayList<>());
        RuleCall values = new RuleCall(call, inputs, trial, edition, year, calendar);
        Object[] read = arguments.stream().map(values::read).toArray();
        Slot.refuseOthers(inputs, inputNames, call);
        values.refuseOtherParameters(parameterNames);
        return call.faults().isEmpty() ? invoke(read) : Outcome.refused(call.faults());
    }

    private Outcome<Map<String, Object>> invoke(Object[] read) {
        try {
            Outcome<?> outcome = (Outcome<?>) method.invoke(null, read);
            return outcome.refused()
                    ? Outcome.refused(outcome.refusals())
                    : Outcome.of(PlainTree.of((Record) outcome.result()), outcome.warnings());
        } catch (InvocationTargetException e) {
            return answer(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A refusal may also be thrown; and numbers that no counting can hold are the caller's, not ours. */
    private Outcome<Map<String, Object>> answer(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return Outcome.refused(refused.violations());
        }
        if (thrown instanceof ArithmeticException || thrown instanceof DateTimeException) {
            return Outcome.refused(Violation.CORE_INPUT, null, InputFault.TOO_LARGE, rule.id());
        }
        throw new IllegalStateException("rule " + rule.id() + " failed", thrown);
    }
}
