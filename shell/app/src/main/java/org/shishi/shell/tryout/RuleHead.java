package org.shishi.shell.tryout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.shishi.kit.component.Links;
import org.shishi.shell.text.ShellTexts;

/** Where a rule belongs and what it is for. */
final class RuleHead extends Div {

    RuleHead(RuleWords words, String place, Component year) {
        addClassName("rule-head");
        Nav crumbs = new Nav(Links.to(TryOutPage.PATH, ShellTexts.t("tryout.all")), new Span(place));
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(ShellTexts.t("tryout.place"));
        Div line = new Div(crumbs, new Code(words.rule().id()));
        line.addClassName("rule-line");
        add(line);
        if (words.text() != null) {
            Paragraph text = new Paragraph(words.text());
            text.addClassName("lead");
            add(text);
        }
        add(year);
    }
}
