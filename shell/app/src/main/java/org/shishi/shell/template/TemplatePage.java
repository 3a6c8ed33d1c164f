package org.shishi.shell.template;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.Templates;
import org.shishi.api.platform.Templates.Change;
import org.shishi.api.platform.Templates.Preview;
import org.shishi.api.platform.Templates.Template;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** One wording: seen as it will be read while it is written, published by who may. */
@Component(service = TemplatePage.class, scope = ServiceScope.PROTOTYPE)
public final class TemplatePage extends ShellPage implements BeforeEnterObserver {

    private final transient Templates templates;
    private final transient LiveProgrammes programmes;
    private final transient Refusals refusals;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div content = new Div();
    private transient TemplatePlace place = new TemplatePlace("", 0);
    private String id = "";
    private WordingForm form;
    private WordingPreview preview;
    private transient Template template;

    @Activate
    public TemplatePage(
            @Reference Templates templates, @Reference LiveProgrammes programmes, @Reference Refusals refusals) {
        super("templates.title");
        this.templates = templates;
        this.programmes = programmes;
        this.refusals = refusals;
        content.addClassName("stack");
        add(errors, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = TemplatePlace.of(event.getRouteParameters());
        id = event.getRouteParameters().get("template").orElse("");
        try {
            show(templates.get(CurrentUser.get(), place.programmeId(), place.year(), id));
        } catch (RefusedException e) {
            content.removeAll();
            content.add(EmptyState.saying(ShellTexts.t("templates.none")));
        }
    }

    private void show(Template found) {
        template = found;
        errors.clear();
        heading(TemplateWords.name(found));
        form = new WordingForm(found.original(), found.draft() == null ? found.current() : found.draft(), this::typed);
        preview = new WordingPreview();
        Section words = new Section(new H2(ShellTexts.t("templates.wording")), legend(), form, buttons());
        words.addClassNames("card", "stack");
        content.removeAll();
        content.add(place.crumbs(programmes, TemplateWords.name(found)), words, preview, history());
        typed();
    }

    private UnorderedList legend() {
        UnorderedList legend = new UnorderedList();
        legend.addClassName("wording-legend");
        List<org.shishi.api.text.Text> meanings = template.meanings();
        for (int i = 0; i < meanings.size(); i++) {
            legend.add(new ListItem(ShellTexts.t(
                    "templates.placeholder", "{" + i + "}", meanings.get(i).in(Messages.locale()))));
        }
        legend.setVisible(!meanings.isEmpty());
        return legend;
    }

    /** Shows at once what the words typed so far come to; refusals stand at their fields. */
    private Preview typed() {
        Wording wording = form.value();
        Preview shown = templates.preview(CurrentUser.get(), place.programmeId(), place.year(), id, wording);
        form.mark(shown.refusals(), refusals.words());
        preview.show(template, wording, shown);
        return shown;
    }

    private Div buttons() {
        boolean publishes = CurrentUser.get().may(place.programmeId(), Right.PARAMETERS_PUBLISH);
        Button draft = new Button(ShellTexts.t("templates.draft"), e -> ifWell(this::draft));
        Div buttons = new Div();
        buttons.addClassNames("form-actions", "no-print");
        if (publishes) {
            Button publish = new Button(ShellTexts.t("templates.publish"), e -> ifWell(this::publish));
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(publish);
        }
        buttons.add(draft);
        if (publishes && template.changed()) {
            buttons.add(new Button(ShellTexts.t("templates.reset"), e -> reset()));
        }
        return buttons;
    }

    private void ifWell(Runnable deed) {
        List<ErrorSummary.Line> lines = form.mark(typed().refusals(), refusals.words());
        errors.show(lines);
        if (lines.isEmpty()) {
            deed.run();
        }
    }

    private void draft() {
        show(templates.draft(CurrentUser.get(), place.programmeId(), place.year(), id, form.value()));
        Notices.success(ShellTexts.t("templates.drafted"));
    }

    private void publish() {
        Wording wording = form.value();
        new ActionDialog(
                        ShellTexts.t("templates.publish.title", TemplateWords.name(template)),
                        ShellTexts.t("templates.publish.effect"),
                        ShellTexts.t("templates.publish"))
                .reasonRequired(ShellTexts.t("templates.reason"))
                .open(
                        answer -> {
                            show(templates.publish(
                                    CurrentUser.get(),
                                    place.programmeId(),
                                    place.year(),
                                    id,
                                    wording,
                                    answer.reason()));
                            Notices.success(ShellTexts.t("templates.published"));
                        },
                        refusals.words());
    }

    private void reset() {
        new ActionDialog(
                        ShellTexts.t("templates.reset.title", TemplateWords.name(template)),
                        ShellTexts.t("templates.reset.effect"),
                        ShellTexts.t("templates.reset"))
                .reasonRequired(ShellTexts.t("templates.reason"))
                .open(
                        answer -> {
                            show(templates.reset(
                                    CurrentUser.get(), place.programmeId(), place.year(), id, answer.reason()));
                            Notices.success(ShellTexts.t("templates.was-reset"));
                        },
                        refusals.words());
    }

    private Section history() {
        OrderedList list = new OrderedList();
        list.addClassName("revision-list");
        List<Change> changes = templates.history(CurrentUser.get(), place.programmeId(), place.year(), id);
        changes.forEach(change -> list.add(item(change)));
        Section section = new Section(new H2(ShellTexts.t("templates.history")), list);
        section.addClassName("card");
        section.setVisible(!changes.isEmpty());
        return section;
    }

    private static ListItem item(Change change) {
        Paragraph who = new Paragraph(
                ShellTexts.t("templates.history." + change.kind(), change.by(), Moments.minute(change.at())));
        Paragraph why = new Paragraph(ShellTexts.t("edition.because", change.reason()));
        ListItem item = new ListItem(who, why);
        if (change.wording() != null) {
            Paragraph words = new Paragraph(change.wording().title().in(Messages.locale()));
            words.addClassName("muted");
            item.add(words);
        }
        return item;
    }
}
