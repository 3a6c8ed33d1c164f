package org.shishi.shell.tryout;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.shishi.kit.component.Links;
import org.shishi.shell.edition.EditionPage;
import org.shishi.shell.text.ShellTexts;

/** Where the rule is written, and where its numbers come from. */
final class RuleText extends Section {

    RuleText(RuleWords words) {
        addClassNames("card", "rule-source");
        add(new H2(ShellTexts.t("tryout.source")), new Paragraph(words.where()));
        if (words.quote() != null) {
            add(new Quote(words.quote()));
        }
        if (words.rule().year() != null) {
            add(new Paragraph(Links.to(
                    EditionPage.path(words.rule().owner(), words.rule().year()), ShellTexts.t("tryout.edition"))));
        }
        Paragraph same = new Paragraph(ShellTexts.t("tryout.same"));
        same.addClassName("muted");
        add(same);
    }

    /** The words of the notice or the law themselves. */
    @Tag("blockquote")
    private static final class Quote extends HtmlContainer {
        Quote(String text) {
            setText(text);
        }
    }
}
