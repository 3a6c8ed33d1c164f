package org.shishi.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code edition.yaml} as far as the contract needs it. */
final class EditionReader {

    private EditionReader() {}

    /** @param faults gets a sentence when the file cannot be read */
    static Map<String, Parameter> read(Path file, List<String> faults) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return all;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(BuiltProgramme.EDITION)
                .setAllowDuplicateKeys(false)
                .build();
        try (InputStream in = Files.newInputStream(file)) {
            if (new Load(settings).loadFromInputStream(in) instanceof Map<?, ?> top
                    && top.get("parameters") instanceof Map<?, ?> parameters) {
                parameters.forEach((name, entry) -> all.put(name.toString(), parameter(name.toString(), entry)));
            }
        } catch (YamlEngineException e) {
            faults.add(e.getMessage().strip());
        } catch (IOException e) {
            faults.add(e.toString());
        }
        return all;
    }

    private static Parameter parameter(String name, Object entry) {
        Map<?, ?> parts = entry instanceof Map<?, ?> map ? map : Map.of();
        return new Parameter(
                name,
                text(parts, "type"),
                parts.get("value"),
                text(parts, "unset"),
                text(parts, "source"),
                options(parts));
    }

    private static List<String> options(Map<?, ?> parts) {
        return parts.get("options") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<?, ?> parts, String key) {
        Object value = parts.get(key);
        return value == null ? null : value.toString();
    }
}
