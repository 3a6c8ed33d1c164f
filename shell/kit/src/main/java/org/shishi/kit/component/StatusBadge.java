package org.shishi.kit.component;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.Locale;
import java.util.Optional;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Texts;
import org.shishi.api.workflow.State;
import org.shishi.api.workflow.Tone;

/** A state as icon, word and colour; the word alone says it all. CSS: {@code status status-<tone>}. */
public final class StatusBadge extends Span {

    public StatusBadge(Tone tone, String icon, String word) {
        addClassNames("status", css(tone));
        add(new Icon(icon), new Span(word));
    }

    /** The state of a record; empty when its type knows no states. */
    public static Optional<StatusBadge> of(RecordType<?> type, String state, Texts texts, Locale locale) {
        return state(type, state).map(s -> new StatusBadge(s.tone(), s.icon(), word(type, state, texts, locale)));
    }

    /** The word for a state: text {@code <EnumSimpleName>.<CONSTANT>}. */
    public static String word(RecordType<?> type, String state, Texts texts, Locale locale) {
        return type.workflow()
                .map(flow ->
                        texts.get(flow.states().getSimpleName() + "." + state).in(locale))
                .orElse(state == null ? "" : state);
    }

    public static Optional<State> state(RecordType<?> type, String name) {
        return name == null ? Optional.empty() : type.workflow().flatMap(flow -> flow.state(name));
    }

    /** {@code status-waiting} and the like. */
    public static String css(Tone tone) {
        return "status-" + tone.name().toLowerCase(Locale.ROOT);
    }
}
