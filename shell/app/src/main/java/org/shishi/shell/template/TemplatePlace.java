package org.shishi.shell.template;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouteParameters;
import org.shishi.kit.component.Links;
import org.shishi.kit.text.Messages;
import org.shishi.shell.edition.EditionPage;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.ShellTexts;

/** Which edition's templates one looks at. */
record TemplatePlace(String programmeId, int year) {

    static TemplatePlace of(RouteParameters route) {
        return new TemplatePlace(
                route.get("programme").orElse(""), route.getInteger("year").orElse(0));
    }

    /** Of the list. */
    String path() {
        return EditionPage.templates(programmeId, year);
    }

    String path(String template) {
        return path() + "/" + template;
    }

    String title(LiveProgrammes programmes) {
        return programmes
                .find(programmeId, year)
                .map(live -> live.title().in(Messages.locale()))
                .orElse(programmeId);
    }

    /** @param template its name; null: one is at the list */
    Nav crumbs(LiveProgrammes programmes, String template) {
        Nav nav = new Nav(Links.to(
                EditionPage.path(programmeId, year),
                ShellTexts.t("edition.heading", title(programmes), Integer.toString(year))));
        nav.addClassName("crumbs");
        nav.setAriaLabel(ShellTexts.t("templates.where"));
        if (template != null) {
            nav.add(Links.to(path(), ShellTexts.t("templates.title")));
        }
        return nav;
    }
}
