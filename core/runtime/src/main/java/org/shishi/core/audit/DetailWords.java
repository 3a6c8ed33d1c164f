package org.shishi.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.District;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.text.Text;
import org.shishi.api.workflow.Workflow;

/** What else a line says, in words: states, fields, steps, roles and choices as the pages call them. */
final class DetailWords {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    /** {@code <programme>:<role>@<organisation>} */
    private static final Pattern GRANT = Pattern.compile("([^:]+):([A-Z_]+)@(.+)");

    private static final Pattern CHANGE = Pattern.compile("(.*) -> (.*)");
    private static final Set<String> STATES = Set.of("from", "to");
    private static final Set<String> FIELDS = Set.of("field", "fields");
    private static final Set<String> STEPS = Set.of("step", "action");
    private static final Set<String> GRANTS = Set.of("granted", "revoked");

    /** What people look for first; fingerprints are for those who compare. */
    private static final List<String> FIRST = List.of("step", "from", "to");

    private static final List<String> LAST = List.of("before", "after", "sha256", "digest");
    private static final Comparator<String> READING =
            Comparator.comparingInt(DetailWords::place).thenComparing(Comparator.naturalOrder());

    private final CoreTexts texts;
    private final ProgrammeTitles programmes;
    private final ShownNames names;

    DetailWords(CoreTexts texts, ProgrammeTitles programmes, ShownNames names) {
        this.texts = texts;
        this.programmes = programmes;
        this.names = names;
    }

    /** Of what kind of thing a detail holds the id; null: of none. */
    static String named(String key) {
        return switch (key) {
            case "deputy" -> "account";
            case "organisation", "payee" -> "organisation";
            default -> null;
        };
    }

    Text of(AuditObject object, Map<String, String> details) {
        List<Text> parts = new ArrayList<>();
        Map<String, String> all = details == null ? Map.of() : details;
        all.keySet().stream()
                .sorted(READING)
                .forEach(key -> parts.add(
                        texts.get("audit.detail", word("audit.detail." + key, key), value(object, key, all.get(key)))));
        return joined(parts, "；", "; ");
    }

    private static int place(String key) {
        return FIRST.contains(key) ? FIRST.indexOf(key) - FIRST.size() : LAST.indexOf(key) + 1;
    }

    private Text value(AuditObject object, String key, String value) {
        if (STATES.contains(key)) {
            return state(object, value);
        }
        if (FIELDS.contains(key)) {
            return each(
                    value,
                    name -> programmes.word(object, object.rest() + "." + name).orElse(Text.same(name)));
        }
        if (STEPS.contains(key)) {
            return programmes.word(object, "action." + value).orElseGet(() -> choice(key, value));
        }
        if (GRANTS.contains(key)) {
            return each(value, this::grant);
        }
        if (key.equals("refusal")) {
            return word(value, value);
        }
        if (key.equals("programme")) {
            return programmes.title(value, 0);
        }
        if (key.equals("parameter") || key.equals("parameters")) {
            return each(
                    value, name -> programmes.word(object, "parameter." + name).orElse(Text.same(name)));
        }
        if (key.equals("first")) {
            // The first step of a change of the tree: its kind and a name.
            String[] step = value.split(" ", 2);
            Text kind = choice(key, step[0]);
            return step.length < 2 ? kind : new Text(kind.zh() + " " + step[1], kind.en() + " " + step[1]);
        }
        return choice(key, value);
    }

    private Text state(AuditObject object, String value) {
        if (object.kind().equals("edition")) {
            return word("EditionState." + value, value);
        }
        return programmes
                .type(object)
                .flatMap(type -> type.workflow().map(Workflow::states))
                .flatMap(states -> programmes.word(object, states.getSimpleName() + "." + value))
                .orElseGet(() -> choice("from", value));
    }

    /** {@code <programme>:<role>+<role>}, separated by commas. */
    Text roles(String written) {
        if (written == null || written.isEmpty()) {
            return Text.same("");
        }
        return each(written, held -> {
            String[] parts = held.split(":", 2);
            Text names = joined(
                    Arrays.stream(parts[parts.length - 1].split("\\+"))
                            .map(role -> word("Role." + role, role))
                            .toList(),
                    "、",
                    ", ");
            return parts.length < 2 || parts[0].equals(Caller.EVERY_PROGRAMME)
                    ? names
                    : texts.get("audit.roles", names, programmes.title(parts[0], 0));
        });
    }

    private Text grant(String value) {
        Matcher parts = GRANT.matcher(value);
        return parts.matches()
                ? texts.get(
                        "audit.grant",
                        parts.group(1).equals("*")
                                ? texts.get("audit.grant.every")
                                : programmes.title(parts.group(1), 0),
                        word("Role." + parts.group(2), parts.group(2)),
                        parts.group(3))
                : Text.same(value);
    }

    /** A word of a few, a change from one to another, an id, or what it says itself. */
    private Text choice(String key, String value) {
        Matcher change = CHANGE.matcher(value);
        if (change.matches()) {
            Text before = choice(key, change.group(1));
            Text after = choice(key, change.group(2));
            return new Text(before.zh() + " → " + after.zh(), before.en() + " → " + after.en());
        }
        String own = "audit.value." + key + "." + value;
        if (texts.has(own)) {
            return texts.get(own);
        }
        if (key.equals("district")) {
            return district(value);
        }
        for (String kind : List.of("OrgType.", "UnitKind.", "audit.value.any.")) {
            if (value.matches("[A-Za-z_]+") && texts.has(kind + value)) {
                return texts.get(kind + value);
            }
        }
        return Text.same(DIGEST.matcher(value).matches() ? ShownNames.shortened(value) : idOrItself(value));
    }

    private Text district(String value) {
        return Arrays.stream(District.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .map(District::title)
                .orElseGet(() -> word("audit.value.any." + value, value));
    }

    private String idOrItself(String value) {
        return AuditObject.uuid(value)
                .map((UUID id) -> names.of(id) == null ? ShownNames.shortened(id) : names.of(id))
                .orElse(value);
    }

    private Text word(String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : Text.same(otherwise);
    }

    private static Text each(String values, Function<String, Text> word) {
        return joined(ShownNames.listed(values).stream().map(word).toList(), "、", ", ");
    }

    private static Text joined(List<Text> parts, String zh, String en) {
        return new Text(
                parts.stream().map(Text::zh).collect(Collectors.joining(zh)),
                parts.stream().map(Text::en).collect(Collectors.joining(en)));
    }
}
