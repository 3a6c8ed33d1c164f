package org.shishi.shell.tryout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** What the rule answered: the result in words, warnings, or everything that stands against it. */
final class AnswerView extends Section {

    private static final Map<String, Object> OK = Map.of("ok", true);

    private final transient RuleWords words;
    private final transient Consumer<String> goTo;

    /** @param goTo leads to the field that a refusal names */
    AnswerView(RuleWords words, Consumer<String> goTo) {
        this.words = words;
        this.goTo = goTo;
        addClassNames("card", "answer");
        getElement().setAttribute("aria-live", "polite");
        waiting();
    }

    void waiting() {
        removeAll();
        Paragraph text = new Paragraph(ShellTexts.t("tryout.waiting"));
        text.addClassName("muted");
        add(new H2(ShellTexts.t("tryout.answer")), text);
    }

    /** Below the form on narrow screens, where it would be out of sight. */
    void comeIntoSight() {
        getElement()
                .executeJs("if (matchMedia('(max-width: 1000px)').matches) {"
                        + " this.scrollIntoView({block: 'start', behavior: 'instant'}); }");
    }

    /** @param published what the published numbers give, where others were tried; else null */
    void show(Outcome<Map<String, Object>> outcome, Outcome<Map<String, Object>> published) {
        removeAll();
        Div head = new Div(new H2(ShellTexts.t("tryout.answer")), badge(outcome));
        head.addClassName("card-head");
        add(head);
        if (published != null) {
            add(new H3(ShellTexts.t("tryout.trial")));
        }
        add(answer(outcome));
        if (published != null) {
            Div before = new Div(new H3(ShellTexts.t("tryout.published")), answer(published));
            before.addClassName("answer-published");
            add(before);
        }
    }

    private Component answer(Outcome<Map<String, Object>> outcome) {
        Div answer = new Div();
        answer.addClassName("stack");
        if (outcome.refused()) {
            answer.add(violations(outcome.refusals()));
        } else {
            answer.add(result(outcome.result()));
        }
        if (!outcome.warnings().isEmpty()) {
            answer.add(new H3(ShellTexts.t("tryout.warnings")), violations(outcome.warnings()));
        }
        return answer;
    }

    private static StatusBadge badge(Outcome<?> outcome) {
        if (outcome.refused()) {
            return new StatusBadge(
                    Tone.DANGER,
                    "vaadin:close-circle",
                    ShellTexts.t("tryout.refused", outcome.refusals().size()));
        }
        // A rule that computes something has not said that it may be done.
        String key = OK.equals(outcome.result()) ? "tryout.ok" : "tryout.result";
        return outcome.warnings().isEmpty()
                ? new StatusBadge(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t(key + ".badge"))
                : new StatusBadge(
                        Tone.WARNING,
                        "vaadin:exclamation-circle-o",
                        ShellTexts.t(key + ".warned", outcome.warnings().size()));
    }

    private UnorderedList violations(List<Violation> all) {
        UnorderedList list = new UnorderedList();
        list.addClassName("answer-reasons");
        for (Violation violation : all) {
            String message = words.rules()
                    .message(words.rule().id(), words.rule().year(), titled(violation))
                    .in(Messages.locale());
            Code code = new Code(violation.code());
            ListItem item =
                    new ListItem(violation.field() == null ? new Span(message) : link(violation, message), code);
            list.add(item);
        }
        return list;
    }

    private Anchor link(Violation violation, String message) {
        Anchor link = new Anchor("#", message);
        link.setRouterIgnore(true);
        link.getElement()
                .addEventListener("click", e -> goTo.accept(violation.field()))
                .preventDefault();
        return link;
    }

    /** Messages speak of inputs by their names; people know them by their titles. */
    Violation titled(Violation violation) {
        if (violation.field() == null) {
            return violation;
        }
        String last = violation.field().replaceFirst(".*[.\\]]", "");
        String label = last.isEmpty() ? violation.field() : words.label(last);
        List<Object> args = violation.args().stream()
                .map(arg -> violation.field().equals(arg) || last.equals(arg) ? (Object) label : arg)
                .toList();
        return new Violation(violation.code(), violation.field(), args);
    }

    private Component result(Map<String, Object> result) {
        if (OK.equals(result)) {
            return new Paragraph(ShellTexts.t("tryout.ok"));
        }
        return facts(words.rule().outputs(), result);
    }

    private DescriptionList facts(List<InputInfo> outputs, Map<?, ?> values) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("answer-facts");
        values.forEach((name, value) -> {
            InputInfo info = outputs.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(new InputInfo(String.valueOf(name), "text", true, "", List.of(), List.of()));
            facts.add(new Div(new Term(words.label(String.valueOf(name))), new Description(value(info, value))));
        });
        return facts;
    }

    private Component value(InputInfo info, Object value) {
        return switch (value) {
            case null -> muted(ShellTexts.t("tryout.empty"));
            case Boolean truth -> new Span(ShellTexts.t(truth ? "yes" : "no"));
            case Number number -> new Span(number(info, number));
            case List<?> list -> list.isEmpty() ? muted(ShellTexts.t("none")) : list(info, list);
            case Map<?, ?> map -> facts(info.of(), map);
            default ->
                new Span(info.words().isEmpty() ? value.toString() : words.option(info.words(), value.toString()));
        };
    }

    private Component list(InputInfo info, List<?> values) {
        InputInfo element = info.of().isEmpty() ? info : info.of().getFirst();
        OrderedList list = new OrderedList();
        values.forEach(each -> list.add(new ListItem(value(element, each))));
        return list;
    }

    private static String number(InputInfo info, Number number) {
        boolean fen = info.name().equals("fen") || info.name().endsWith("Fen");
        if (fen) {
            return Amounts.money(number.longValue());
        }
        boolean year = info.name().toLowerCase(java.util.Locale.ROOT).endsWith("year");
        boolean whole = number instanceof Integer || number instanceof Long;
        return whole && !year ? Amounts.count(number.longValue()) : number.toString();
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
