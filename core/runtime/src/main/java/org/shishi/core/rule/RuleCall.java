package org.shishi.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.shishi.api.time.WorkingCalendar;

/** What one call of a rule brings along, and how its arguments are taken from that. */
record RuleCall(
        Place place,
        Map<String, ?> inputs,
        Map<String, ?> trial,
        Function<String, Object> edition,
        Integer year,
        WorkingCalendar calendar) {

    private static final String PARAMETERS = "parameters";

    static List<String> names(List<Argument> arguments, Class<? extends Argument> kind) {
        return arguments.stream().filter(kind::isInstance).map(Argument::name).toList();
    }

    Object read(Argument argument) {
        return switch (argument) {
            case Argument.Given given -> given.slot().read(inputs, place);
            case Argument.Yearly yearly -> yearly(yearly);
            case Argument.Calendar none -> calendar;
            case Argument.Year none -> year;
        };
    }

    private Object yearly(Argument.Yearly yearly) {
        Place at = place.in(PARAMETERS).in(yearly.name());
        boolean tried = trial.containsKey(yearly.name());
        Object plain = tried ? trial.get(yearly.name()) : edition.apply(yearly.name());
        if (plain == null) {
            return yearly.needed() ? at.fault(InputFault.MISSING) : null;
        }
        return tried ? yearly.shape().read(plain, at) : ofEdition(yearly, plain);
    }

    /** The caller is not to blame for an edition's value that does not fit its rule. */
    private static Object ofEdition(Argument.Yearly yearly, Object plain) {
        Place own = new Place(yearly.name(), new ArrayList<>());
        Object value = yearly.shape().read(plain, own);
        if (!own.faults().isEmpty()) {
            throw new IllegalStateException("the edition's value does not fit the rule: " + own.faults());
        }
        return value;
    }

    /** A parameter of the edition that this rule does not look at may be given and changes nothing; others are unknown. */
    void refuseOtherParameters(Set<String> known) {
        trial.keySet().stream()
                .filter(name -> !known.contains(name) && !inEdition(name))
                .forEach(name -> place.in(PARAMETERS).in(name).fault(InputFault.UNKNOWN));
    }

    private boolean inEdition(String name) {
        try {
            edition.apply(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
