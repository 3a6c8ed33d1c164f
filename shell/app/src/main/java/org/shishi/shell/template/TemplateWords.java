package org.shishi.shell.template;

import java.util.List;
import org.shishi.api.platform.Templates.Template;
import org.shishi.api.text.Text;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.ShellTexts;

/** How templates are called. */
final class TemplateWords {

    private static final List<String> REMINDERS =
            List.of("deadline.soon", "deadline.today", "deadline.late", "deadline.copy");

    private TemplateWords() {}

    /** What happens in every programme has a name; a programme's own is called by its heading, with examples in it. */
    static String name(Template template) {
        if (REMINDERS.contains(template.id())) {
            return ShellTexts.t("templates." + template.id());
        }
        String title = template.original().title().in(Messages.locale());
        for (int i = 0; i < template.meanings().size(); i++) {
            Text example = template.meanings().get(i);
            title = title.replace("{" + i + "}", example.in(Messages.locale()));
        }
        // What nobody has told the meaning of says nothing in a name.
        String told = title.replaceAll("\\s*[:：]?\\s*\\{[0-9]+\\}", "").strip();
        return told.isEmpty() ? title : told;
    }

    static String kind(String id) {
        if (REMINDERS.contains(id)) {
            return ShellTexts.t("templates.kind.reminder");
        }
        return ShellTexts.t(id.startsWith("deadline.") ? "templates.kind.owed" : "templates.kind.notice");
    }
}
