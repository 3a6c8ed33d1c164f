package org.shishi.shell.edition;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.Collectors;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.api.rule.RuleInfo;
import org.shishi.kit.component.Links;
import org.shishi.shell.text.ShellTexts;
import org.shishi.shell.tryout.RuleWords;
import org.shishi.shell.tryout.TryOutPage;

/** The rules of the year: what each says, where it is written, what goes in, and a way to try it. */
final class RuleCards extends Section {

    RuleCards(RuleCatalogue rules, String programmeId, int year) {
        addClassName("stack");
        List<RuleInfo> own = rules.rules().stream()
                .filter(rule -> rule.owner().equals(programmeId)
                        && Integer.valueOf(year).equals(rule.year()))
                .toList();
        add(new H2(ShellTexts.t("edition.rules")));
        if (own.isEmpty()) {
            Paragraph none = new Paragraph(ShellTexts.t("edition.rules.away"));
            none.addClassName("muted");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rule-list");
        own.forEach(rule -> list.add(item(new RuleWords(rules, rule))));
        add(list);
    }

    private static ListItem item(RuleWords words) {
        RuleInfo rule = words.rule();
        ListItem item = new ListItem(new Code(rule.id()), new H3(words.title()));
        item.addClassName("card");
        if (words.text() != null) {
            item.add(new Paragraph(words.text()));
        }
        item.add(
                muted(ShellTexts.t("edition.rule.source", words.where())),
                muted(ShellTexts.t(
                        "edition.rule.inputs",
                        rule.inputs().stream()
                                .map(input -> words.label(input.name()))
                                .collect(Collectors.joining(ShellTexts.t("list.comma"))))),
                Links.to(
                        TryOutPage.PATH + "/" + rule.id(),
                        QueryParameters.of("year", rule.year().toString()),
                        ShellTexts.t("action.on", ShellTexts.t("tryout.title"), words.title())));
        return item;
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
