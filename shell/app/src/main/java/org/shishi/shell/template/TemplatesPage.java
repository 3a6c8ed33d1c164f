package org.shishi.shell.template;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.Templates;
import org.shishi.api.platform.Templates.Template;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.ShellTexts;

/** All wordings of an edition's notices and reminders. */
@Component(service = TemplatesPage.class, scope = ServiceScope.PROTOTYPE)
public final class TemplatesPage extends ShellPage implements BeforeEnterObserver {

    private final transient Templates templates;
    private final transient LiveProgrammes programmes;
    private final Div content = new Div();

    @Activate
    public TemplatesPage(@Reference Templates templates, @Reference LiveProgrammes programmes) {
        super("templates.title");
        this.templates = templates;
        this.programmes = programmes;
        lead("templates.lead");
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TemplatePlace place = TemplatePlace.of(event.getRouteParameters());
        content.removeAll();
        List<Template> all;
        try {
            all = templates.list(CurrentUser.get(), place.programmeId(), place.year());
        } catch (RefusedException e) {
            content.add(EmptyState.saying(ShellTexts.t("templates.none")));
            return;
        }
        heading(ShellTexts.t("templates.heading", place.title(programmes), Integer.toString(place.year())));
        PagedTable<Template> table = new PagedTable<>(
                ShellTexts.t("templates.title"),
                List.of(
                        column(
                                "templates.name",
                                PagedTable.Width.TEXT,
                                one -> Cell.link(TemplateWords.name(one), place.path(one.id()))),
                        column(
                                "templates.kind",
                                PagedTable.Width.SHORT,
                                one -> Cell.text(TemplateWords.kind(one.id()))),
                        column("templates.words", PagedTable.Width.TEXT, one -> Cell.text(words(one))),
                        column("templates.state", PagedTable.Width.SHORT, TemplatesPage::state)),
                Template::id,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        table.show(all);
        content.add(place.crumbs(programmes, null), table);
    }

    private static String words(Template one) {
        var body = one.current().body();
        return (body == null ? one.current().title() : body).in(Messages.locale());
    }

    private static Cell state(Template one) {
        if (one.draft() != null) {
            return Cell.status(Tone.PROGRESS, "vaadin:pencil", ShellTexts.t("templates.state.draft"));
        }
        return one.changed()
                ? Cell.status(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("templates.state.changed"))
                : Cell.status(Tone.NEUTRAL, "vaadin:file-text-o", ShellTexts.t("templates.state.original"));
    }

    private static PagedTable.Column<Template> column(
            String key, PagedTable.Width width, Function<Template, Cell> content) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, content);
    }
}
