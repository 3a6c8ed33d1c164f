package org.shishi.shell.deadline;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shishi.api.platform.DeadlineCentre;

/** What the address of the deadline centre asks for. What nobody could mean asks for nothing. */
record Wanted(View view, DeadlineCentre.Query query, YearMonth month) {

    enum View {
        LIST,
        MONTH,
        RANKING,
        PLAN
    }

    static Wanted of(QueryParameters parameters, LocalDate today) {
        Function<String, Optional<String>> one =
                name -> parameters.getSingleParameter(name).filter(value -> !value.isBlank());
        return new Wanted(
                one.apply("view")
                        .flatMap(word -> Arrays.stream(View.values())
                                .filter(view -> word(view).equals(word))
                                .findFirst())
                        .orElse(View.LIST),
                new DeadlineCentre.Query(
                        one.apply("state")
                                .flatMap(word -> Arrays.stream(DeadlineCentre.State.values())
                                        .filter(state -> word(state).equals(word))
                                        .findFirst())
                                .orElse(null),
                        one.apply("programme").orElse(null),
                        one.apply("from").flatMap(Wanted::day).orElse(null),
                        one.apply("to").flatMap(Wanted::day).orElse(null),
                        one.apply("organisation").orElse(null)),
                one.apply("month").flatMap(Wanted::month).orElse(YearMonth.from(today)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean narrowed() {
        return !query.equals(new DeadlineCentre.Query(null, null, null, null, null));
    }

    Wanted show(View other) {
        return new Wanted(other, query, month);
    }

    Wanted in(YearMonth other) {
        return new Wanted(view, query, other);
    }

    Wanted asking(DeadlineCentre.Query other) {
        return new Wanted(view, other, month);
    }

    Wanted without() {
        return asking(new DeadlineCentre.Query(null, null, null, null, null));
    }

    DeadlineCentre.PlanQuery plan() {
        return new DeadlineCentre.PlanQuery(query.programmeId(), query.from(), query.to(), query.organisation());
    }

    /** What goes out on one day. */
    Wanted on(LocalDate day) {
        return asking(new DeadlineCentre.Query(null, query.programmeId(), day, day, query.organisation()));
    }

    QueryParameters parameters() {
        Map<String, String> words = new LinkedHashMap<>();
        if (view != View.LIST) {
            words.put("view", word(view));
        }
        if (view == View.MONTH) {
            words.put("month", month.toString());
            return QueryParameters.simple(words);
        }
        if (view == View.LIST) {
            put(words, "state", query.state() == null ? null : word(query.state()));
        }
        if (view == View.LIST || view == View.PLAN) {
            put(words, "organisation", query.organisation());
        }
        put(words, "programme", query.programmeId());
        put(words, "from", query.from());
        put(words, "to", query.to());
        return QueryParameters.simple(words);
    }

    private static void put(Map<String, String> words, String name, Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
