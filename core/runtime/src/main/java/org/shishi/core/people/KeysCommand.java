package org.shishi.core.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.KeyAdmin;
import org.shishi.api.rule.RefusedException;

/** {@code bin/shishi keys}: the operator of this machine changes keys. Whoever may start it may read the key files, too. */
@Component(
        service = Function.class,
        property = {
            "shishi.admin.command=keys",
            "shishi.admin.help=[add|rotate|cancel <purpose>] [retire <purpose> <key>]: states of the keys; changes them while all runs"
        })
public final class KeysCommand implements Function<List<String>, String> {

    private final KeyAdmin keys;
    private final Organisations organisations;
    private final CoreTexts texts;

    @Activate
    public KeysCommand(@Reference KeyAdmin keys, @Reference Organisations organisations, @Reference CoreTexts texts) {
        this.keys = keys;
        this.organisations = organisations;
        this.texts = texts;
    }

    /** @throws IllegalArgumentException with what is wrong: the command fails */
    @Override
    public String apply(List<String> words) {
        Caller operator =
                new Caller(Caller.SYSTEM_ID, "bin/shishi", organisations.city(), Map.of(), Locale.ENGLISH, null);
        try {
            return answer(operator, words);
        } catch (RefusedException e) {
            throw new IllegalArgumentException(
                    e.violations().stream()
                            .map(v -> texts.message(v, null).en())
                            .collect(Collectors.joining("\n")),
                    e);
        }
    }

    private String answer(Caller operator, List<String> words) {
        String verb = words.isEmpty() ? "" : words.getFirst();
        if (words.size() > 1) {
            known(keys.rings(operator), words.get(1));
        }
        switch (verb + words.size()) {
            case "0" -> {
                // The list below.
            }
            case "add2" -> {
                String id = keys.add(operator, words.get(1));
                return "The key " + words.get(1) + "/" + id + " stands in " + file(operator, words.get(1))
                        + ".\nCopy this file to the other nodes, then: bin/shishi keys rotate " + words.get(1);
            }
            case "rotate2" -> keys.rotate(operator, words.get(1));
            case "cancel2" -> keys.cancel(operator, words.get(1));
            case "retire3" -> {
                keys.retire(operator, words.get(1), words.get(2));
                return "The key " + words.get(1) + "/" + words.get(2) + " seals nothing any more. Take its line out of "
                        + file(operator, words.get(1)) + " on every node;\nkeep a copy for older backups.";
            }
            default ->
                throw new IllegalArgumentException(
                        "Usage: bin/shishi keys [add|rotate|cancel <purpose>] [retire <purpose> <key>]");
        }
        return keys.rings(operator).stream().map(KeysCommand::line).collect(Collectors.joining("\n"));
    }

    private static void known(List<KeyAdmin.Ring> rings, String purpose) {
        List<String> all = rings.stream().map(KeyAdmin.Ring::purpose).toList();
        if (!all.contains(purpose)) {
            throw new IllegalArgumentException(
                    "There are no keys for " + purpose + ", but for " + String.join(", ", all) + ".");
        }
    }

    private String file(Caller operator, String purpose) {
        return keys.rings(operator).stream()
                .filter(ring -> ring.purpose().equals(purpose))
                .map(KeyAdmin.Ring::file)
                .findFirst()
                .orElse("");
    }

    private static String line(KeyAdmin.Ring ring) {
        String list = ring.keys().stream()
                .map(key -> key.id()
                        + (key.writes() ? " (writes)" : "")
                        + (key.left() > 0 && !key.writes() ? " (seals " + key.left() + ")" : "")
                        + (key.retired() ? " (retired)" : "")
                        + (key.retired() || key.lacking().isEmpty()
                                ? ""
                                : " (not on " + String.join(", ", key.lacking()) + ")"))
                .collect(Collectors.joining(", "));
        KeyAdmin.Rotation rotation = ring.rotation();
        String progress = rotation == null || rotation.endedAt() != null
                ? ""
                : "; sealing anew: " + rotation.done() + " of " + rotation.total()
                        + (rotation.running() ? "" : " (waits for its job)");
        return "%-7s %s%s".formatted(ring.purpose(), list, progress);
    }
}
