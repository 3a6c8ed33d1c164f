package org.shishi.api.time;

import java.time.LocalDate;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;

/**
 * A window of days, both bounds inclusive (K-1). Also the type of window parameters: {@code {from, to}}.
 *
 * @param from null: not set
 * @param to null: not set
 */
public record Window(@Input(required = false) LocalDate from, @Input(required = false) LocalDate to) {

    public enum State {
        BEFORE,
        OPEN,
        CLOSED
    }

    public record WindowState(State state) {}

    /** Whether both bounds are set and the day lies within. */
    public boolean contains(LocalDate day) {
        Outcome<WindowState> outcome = windowState(from, to, day);
        return !outcome.refused() && outcome.result().state() == State.OPEN;
    }

    @Rule(id = "R-C.3", name = "windowState", source = "§0 K-1, K-2")
    public static Outcome<WindowState> windowState(
            @Input(value = "from", required = false) LocalDate from,
            @Input(value = "to", required = false) LocalDate to,
            @Input("date") LocalDate date) {
        if (from == null || to == null) {
            return Outcome.refused("CORE-WINDOW-UNSET", from == null ? "from" : "to");
        }
        if (date.isBefore(from)) {
            return Outcome.of(new WindowState(State.BEFORE));
        }
        return Outcome.of(new WindowState(date.isAfter(to) ? State.CLOSED : State.OPEN));
    }
}
