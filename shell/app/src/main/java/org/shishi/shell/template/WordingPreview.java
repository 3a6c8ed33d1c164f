package org.shishi.shell.template;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;
import org.shishi.api.platform.Templates.Preview;
import org.shishi.api.platform.Templates.Template;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.text.Text;
import org.shishi.shell.page.Marks;
import org.shishi.shell.text.ShellTexts;

/** What people would read, and what of it differs from the original. */
final class WordingPreview extends Div {

    private final Div letters = new Div();
    private final Div differences = new Div();

    WordingPreview() {
        addClassName("stack");
        letters.addClassName("wording-letters");
        differences.addClassName("stack");
        Section preview = new Section(new H2(ShellTexts.t("templates.preview")), letters);
        Section difference = new Section(new H2(ShellTexts.t("templates.difference")), differences);
        preview.addClassName("card");
        preview.getElement().setAttribute("aria-live", "polite");
        difference.addClassName("card");
        add(preview, difference);
    }

    void show(Template template, Wording typed, Preview preview) {
        letters.removeAll();
        letters.add(
                letter(preview.filled(), Locale.CHINESE, "templates.preview.zh"),
                letter(preview.filled(), Locale.ENGLISH, "templates.preview.en"));
        differences.removeAll();
        differ("title", template.original().title(), typed.title());
        differ("body", template.original().body(), typed.body());
        differ("sms", template.original().sms(), typed.sms());
        if (differences.getComponentCount() == 0) {
            differences.add(new Paragraph(ShellTexts.t("templates.same")));
        }
        if (!preview.left().isEmpty()) {
            Paragraph left = new Paragraph(ShellTexts.t("templates.left", String.join(" ", preview.left())));
            left.addClassNames("note", "note-warning");
            differences.add(left);
        }
    }

    private static Div letter(Wording words, Locale locale, String heading) {
        Div letter = new Div(new H3(ShellTexts.t(heading)));
        letter.addClassName("wording-letter");
        letter.getElement().setAttribute("lang", locale.equals(Locale.CHINESE) ? "zh-CN" : "en");
        Paragraph title = new Paragraph(words.title().in(locale));
        title.addClassName("wording-title");
        letter.add(title);
        if (words.body() != null) {
            letter.add(new Paragraph(words.body().in(locale)));
        }
        if (words.sms() != null) {
            letter.add(new Paragraph(
                    ShellTexts.t("templates.preview.sms", words.sms().in(locale))));
        }
        return letter;
    }

    private void differ(String part, Text before, Text after) {
        if (before == null || after == null) {
            return;
        }
        differ("templates.part." + part + ".zh", before.zh(), after.zh());
        differ("templates.part." + part + ".en", before.en(), after.en());
    }

    private void differ(String label, String before, String after) {
        if (!before.equals(after.strip())) {
            Paragraph name = new Paragraph(ShellTexts.t(label));
            name.addClassName("muted");
            Div line = new Div(name, Marks.gone(before), Marks.come(after));
            line.addClassName("difference");
            differences.add(line);
        }
    }
}
