package org.shishi.api.rule;

import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong with an input (or, as a warning, noteworthy). The message is the text of {@code code} in the
 * owner's messages, with {@code args} filled in.
 *
 * @param code stable code, for example {@code BR-AREA}
 * @param field the input's name, inside lists with index ({@code rows[0].areaM2}); null when no single field is to blame
 * @param args arguments of the message; never personal data in clear
 */
public record Violation(String code, String field, List<Object> args) {

    /** Wrong type, missing mandatory input, outside an enum, unknown name. */
    public static final String CORE_INPUT = "CORE-INPUT";

    public Violation {
        Objects.requireNonNull(code, "code");
        args = List.copyOf(args);
    }

    public static Violation of(String code, String field, Object... args) {
        return new Violation(code, field, List.of(args));
    }

    /** The same violation inside a list or record: {@code at("rows[3]")} turns {@code areaM2} into {@code rows[3].areaM2}. */
    public Violation at(String prefix) {
        return new Violation(code, field == null ? prefix : prefix + "." + field, args);
    }
}
