package org.shishi.api.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.time.Window;

/**
 * One programme in one year: its numbers and windows (domain specification §0 K-12, §13.3). Values are those valid today in
 * Shanghai, a published revision counts at once on every node; {@link #on} gives those valid on another day. Do not keep
 * values over a working day: ask again.
 */
@ProviderType
public interface Edition {

    String programmeId();

    int year();

    EditionState state();

    /** In the order of {@code edition.yaml}. */
    List<EditionParameter> parameters();

    /**
     * A value by full name: String, Integer, Long (fen), BigDecimal, Boolean, LocalDate, List or Map of these.
     *
     * @return empty when the value is not set ({@code [U]})
     * @throws IllegalArgumentException when the edition declares no such parameter
     */
    Optional<Object> value(String name);

    /** The values valid on a day. */
    Edition on(LocalDate day);

    /**
     * All values below a prefix as a record: component {@code target} of {@code as(BreakParameters.class, "breaks")} is
     * {@code breaks.target}. Empty values are null (use boxed types), or {@link Optional#empty()} for Optional components.
     */
    <R extends Record> R as(Class<R> type, String prefix);

    /**
     * A window as it stands for one organisation: an extension that a city approver granted it (K-8) moves the end. Ask
     * {@link Window#contains} before input that a HARD deadline closes.
     *
     * @param name a map parameter with {@code from} and {@code to}, or a date parameter (a window that begins with {@link LocalDate#MIN}); keys
     *     that lead to it inside a map follow after dots: {@code rooms.windows.GROUP}
     * @return bounds are null where they are not set
     * @throws IllegalArgumentException when the edition declares no such window
     */
    default Window window(String name, UUID organisation) {
        return switch (inside(name)) {
            case null -> new Window(null, null);
            case LocalDate to -> new Window(LocalDate.MIN, to);
            case Map<?, ?> map -> new Window((LocalDate) map.get("from"), (LocalDate) map.get("to"));
            default -> throw new IllegalArgumentException("'" + name + "' is no window");
        };
    }

    private Object inside(String name) {
        String declared = parameters().stream()
                .map(EditionParameter::name)
                .filter(each -> name.equals(each) || name.startsWith(each + "."))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElseThrow(() -> new IllegalArgumentException("the edition declares no window '" + name + "'"));
        Object value = value(declared).orElse(null);
        if (name.equals(declared)) {
            return value;
        }
        for (String key : name.substring(declared.length() + 1).split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }
}
