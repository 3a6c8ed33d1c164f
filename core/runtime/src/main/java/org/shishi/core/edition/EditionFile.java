package org.shishi.core.edition;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code edition.yaml}:
 *
 * <pre>{@code
 * state: PUBLISHED
 * parameters:
 *   basket.target:
 *     type: int
 *     unit: 户
 *     value: 10000
 *     unset: FB-UNSET
 *     source: 附件2-7 §二
 *   basket.rhythm:
 *     type: text
 *     options: [QUARTERLY, MONTHLY]
 *     value: QUARTERLY
 *     source: D-57
 * }</pre>
 *
 * <p>An empty {@code value} is a value that is not set. Everything that is wrong is told with its line.
 */
public final class EditionFile {

    private static final Set<String> TOP = Set.of("state", "parameters");
    private static final Set<String> ENTRY = Set.of("type", "unit", "value", "unset", "source", "min", "options");

    private final List<String> faults = new ArrayList<>();
    private final Map<String, BigDecimal> least = new HashMap<>();

    private EditionFile() {}

    /**
     * What the file says.
     *
     * @param least smallest number allowed, by name; absent: zero
     */
    public record Content(EditionState state, List<EditionParameter> parameters, Map<String, BigDecimal> least) {}

    /** @throws EditionFault with every fault of the file */
    public static Content read(InputStream yaml) throws IOException {
        EditionFile file = new EditionFile();
        Content content = file.content(yaml);
        if (!file.faults.isEmpty()) {
            throw new EditionFault(file.faults);
        }
        return content;
    }

    private Content content(InputStream yaml) throws IOException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("edition.yaml")
                .setAllowDuplicateKeys(false)
                .build();
        Node root;
        try (yaml) {
            root = new Compose(settings).composeInputStream(yaml).orElse(null);
        } catch (YamlEngineException e) {
            throw new EditionFault(List.of(e.getMessage().strip()));
        }
        if (!(root instanceof MappingNode top)) {
            throw new EditionFault(List.of("it is empty"));
        }
        Map<String, Node> entries = entries(top, TOP);
        List<EditionParameter> parameters = new ArrayList<>();
        if (entries.get("parameters") instanceof MappingNode named) {
            entries(named, null).forEach((name, node) -> parameters.add(parameter(name, node)));
        }
        return new Content(state(entries.get("state")), parameters, Map.copyOf(least));
    }

    private EditionState state(Node node) {
        String word = node == null ? "" : YamlValue.text(node);
        try {
            return EditionState.valueOf(word);
        } catch (IllegalArgumentException e) {
            faults.add("state is '" + word + "', not one of " + Arrays.toString(EditionState.values()));
            return EditionState.DRAFT;
        }
    }

    private EditionParameter parameter(String name, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(YamlValue.at(node) + name + " has no type");
            return new EditionParameter(name, "text", null, null, null, null);
        }
        Map<String, Node> entry = entries(mapping, ENTRY);
        String type = text(entry, "type");
        ParameterType kind = ParameterType.of(type);
        if (kind == null) {
            faults.add(YamlValue.at(node) + name + " has the type '" + type + "', not one of " + ParameterType.words());
            kind = ParameterType.TEXT;
        }
        smallest(name, entry.get("min"));
        EditionParameter parameter = new EditionParameter(
                name,
                kind.name().toLowerCase(Locale.ROOT),
                text(entry, "unit"),
                value(name, kind, entry.get("value"), least.getOrDefault(name, BigDecimal.ZERO)),
                text(entry, "unset"),
                text(entry, "source"),
                options(name, kind, entry.get("options")));
        String other = Options.firstOther(parameter, parameter.value());
        if (other != null) {
            faults.add(YamlValue.at(node) + name + " is '" + other + "', not one of " + parameter.options());
        }
        return parameter;
    }

    private List<String> options(String name, ParameterType type, Node node) {
        if (node == null) {
            return List.of();
        }
        if (type != ParameterType.TEXT && type != ParameterType.LIST) {
            faults.add(YamlValue.at(node) + name + " is neither text nor list and can have no options");
            return List.of();
        }
        try {
            return YamlValue.list(node).stream().map(String::valueOf).toList();
        } catch (IllegalArgumentException e) {
            faults.add(YamlValue.at(node) + name + " has options that are no list");
            return List.of();
        }
    }

    private void smallest(String name, Node node) {
        try {
            if (node != null) {
                least.put(name, new BigDecimal(YamlValue.text(node)));
            }
        } catch (IllegalArgumentException e) {
            faults.add(YamlValue.at(node) + name + " has a min that is no number");
        }
    }

    private Object value(String name, ParameterType type, Node node, BigDecimal min) {
        try {
            return node == null || YamlValue.empty(node) ? null : type.value(node, min);
        } catch (IllegalArgumentException e) {
            faults.add(YamlValue.at(node) + name + " " + e.getMessage());
            return null;
        }
    }

    private static String text(Map<String, Node> entry, String key) {
        Node node = entry.get(key);
        return node == null || YamlValue.empty(node) ? null : YamlValue.text(node);
    }

    /** @param known null: any */
    private Map<String, Node> entries(MappingNode mapping, Set<String> known) {
        Map<String, Node> entries = YamlValue.entries(mapping);
        entries.forEach((key, node) -> {
            if (known != null && !known.contains(key)) {
                faults.add(YamlValue.at(node) + "'" + key + "' is unknown");
            }
        });
        return entries;
    }
}
