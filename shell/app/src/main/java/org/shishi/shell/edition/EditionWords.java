package org.shishi.shell.edition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shishi.api.platform.EditionAdmin.Head;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.EditionState;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.ParameterWords;
import org.shishi.kit.text.Messages;
import org.shishi.shell.input.InputWords;
import org.shishi.shell.text.ShellTexts;

/** An edition in words. */
final class EditionWords {

    private final LiveProgramme live;
    private final ParameterWords values;

    /** @param live null: it is away */
    EditionWords(LiveProgramme live) {
        this.live = live;
        values = new ParameterWords(live, Messages.locale());
    }

    static String title(Head head) {
        return ShellTexts.t("todo.programme.year", ShellTexts.t(head.title()), Integer.toString(head.year()));
    }

    static StatusBadge state(EditionState state) {
        String word = ShellTexts.t("edition.state." + state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case DRAFT -> new StatusBadge(Tone.NEUTRAL, "vaadin:pencil", word);
            case PUBLISHED -> new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", word);
            case CLOSED -> new StatusBadge(Tone.WARNING, "vaadin:lock", word);
            case ARCHIVED -> new StatusBadge(Tone.NEUTRAL, "vaadin:archive", word);
        };
    }

    String value(Number number, Object value) {
        return value == null ? ShellTexts.t("edition.empty") : values.of(number.parameter(), value);
    }

    /** Where it comes from; that the notice leaves it open is said in words. */
    String source(Number number) {
        String source = values.source(number.parameter());
        return source == null ? "—" : source.replace("[U]", ShellTexts.t("edition.not-given"));
    }

    /** What is answered while it is not set; its code is the one that other systems get. */
    String unset(Number number) {
        String code = number.parameter().unsetCode();
        return live != null && live.context().texts().has(code)
                ? ShellTexts.t(
                        "edition.unset.words", live.context().texts().get(code).in(Messages.locale()), code)
                : ShellTexts.t("edition.unset.code", code);
    }

    /** What is inside of a list or map. */
    String part(Object value) {
        return values.words(value);
    }

    /** A part of this number, which may have words of its own. */
    String part(Number number, Object value) {
        return value instanceof String ? values.own(number.parameter(), value) : values.words(value);
    }

    List<String> parts(List<?> value) {
        return value.stream().map(values::words).collect(Collectors.toList());
    }

    /** Labels of the field for a new value: the number by its title, what is inside by its key. */
    InputWords input(Number number) {
        return new InputWords() {
            @Override
            public String label(String name) {
                return name.equals(number.parameter().name())
                        ? ShellTexts.t("edition.new-value")
                        : switch (name) {
                            case "from" -> ShellTexts.t("edition.from");
                            case "to" -> ShellTexts.t("edition.to");
                            default -> values.words(name);
                        };
            }

            @Override
            public String option(String words, String option) {
                return values.own(number.parameter(), option);
            }

            @Override
            public String hint(String name) {
                boolean own = name.equals(number.parameter().name());
                if (!own) {
                    return null;
                }
                return number.parameter().type().equals("fen")
                        ? null
                        : number.parameter().unit() == null
                                ? null
                                : ShellTexts.t("edition.unit", values.unitWord(number.parameter()));
            }
        };
    }
}
