package org.shishi.testkit.contract;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shishi.api.record.Field;

/** The year's numbers: typed, sourced, in words, and refused with a code while they are not set. */
public final class EditionCheck {

    private static final String FILE = "src/main/resources/edition.yaml";
    private static final Set<String> TYPES =
            Set.of("text", "int", "fen", "percent", "decimal", "bool", "date", "cron", "list", "map");

    private EditionCheck() {}

    public static List<String> faults(BuiltProgramme programme) {
        Faults faults = new Faults();
        if (!Files.exists(programme.classes().resolve(BuiltProgramme.EDITION))) {
            faults.add("there is no edition.yaml", "expected as " + FILE, "write it; 'state: PUBLISHED' alone will do");
        }
        programme.editionFaults().forEach(fault -> faults.add(fault, FILE, "correct the file there"));
        programme.edition().values().forEach(parameter -> check(parameter, faults));
        for (BuiltProgramme.Job job : programme.jobs()) {
            if (job.cron().startsWith("${")) {
                String name = job.cron().substring(2, job.cron().length() - 1);
                faults.addIf(
                        !programme.edition().containsKey(name),
                        "job " + job.id() + " runs by the parameter '" + name + "', which the edition lacks",
                        FILE,
                        "add it with type: cron");
            }
        }
        programme.descriptor().records().forEach(type -> type.fields().stream()
                .map(Field::offeredBy)
                .filter(Objects::nonNull)
                .filter(name -> !programme.edition().containsKey(name)
                        || !"list".equals(programme.edition().get(name).type()))
                .forEach(name -> faults.add(
                        "a field of " + type.id() + " is offered by '" + name + "', which is no list of the edition",
                        FILE,
                        "add it with type: list")));
        return faults.all();
    }

    private static void check(Parameter parameter, Faults faults) {
        String name = parameter.name();
        if (parameter.type() == null || !TYPES.contains(parameter.type())) {
            faults.add(name + " has the type '" + parameter.type() + "'", FILE, "use one of " + sorted());
            return;
        }
        faults.addIf(
                !fits(parameter),
                name + " is '" + parameter.value() + "', which is no " + parameter.type(),
                FILE,
                "correct the value or the type");
        others(parameter)
                .forEach(word -> faults.add(
                        name + " holds '" + word + "', which is none of its options",
                        FILE,
                        "use one of " + parameter.options() + ", or add it to them"));
        faults.addIf(
                blank(parameter.source()),
                name + " has no source",
                FILE,
                "add 'source:' with annex and section, or the number of the decision");
        faults.addIf(
                name.endsWith("Fen") && !parameter.type().equals("fen"),
                name + " is called Fen but is no fen",
                FILE,
                "give it type: fen");
    }

    private static boolean fits(Parameter parameter) {
        Object value = parameter.value();
        if (value == null) {
            return true;
        }
        return switch (parameter.type()) {
            case "int", "fen" -> value instanceof Integer || value instanceof Long;
            case "percent", "decimal" -> number(value.toString());
            case "bool" -> value instanceof Boolean;
            case "date" -> date(value.toString());
            case "list" -> value instanceof List<?>;
            case "map" -> value instanceof Map<?, ?>;
            default -> !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
        };
    }

    private static List<String> others(Parameter parameter) {
        if (parameter.options().isEmpty() || parameter.value() == null) {
            return List.of();
        }
        List<?> words = parameter.value() instanceof List<?> list ? list : List.of(parameter.value());
        return words.stream()
                .map(String::valueOf)
                .filter(word -> !parameter.options().contains(word))
                .toList();
    }

    private static boolean number(String text) {
        try {
            return new BigDecimal(text).signum() >= -1;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean date(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static List<String> sorted() {
        return TYPES.stream().sorted().toList();
    }
}
