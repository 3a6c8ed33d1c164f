package org.shishi.shell.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.people.People.Detail;
import org.shishi.api.platform.PersonRegistry;
import org.shishi.api.platform.PersonRegistry.Consent;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.ClearDownload;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.component.RevealButton;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.page.Facts;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.session.Staff;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** One person: what is known, masked; programmes and years; what excludes what; consents. */
@org.osgi.service.component.annotations.Component(service = PersonPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.VIEW, members = false)
public final class PersonPage extends ShellPage implements BeforeEnterObserver {

    private final transient PersonRegistry registry;
    private final transient Refusals refusals;
    private final Div content = new Div();
    private transient UUID id;

    @Activate
    public PersonPage(@Reference PersonRegistry registry, @Reference Refusals refusals) {
        super("person.title");
        this.registry = registry;
        this.refusals = refusals;
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("person").flatMap(Paging::uuid).orElseThrow(NotFoundException::new);
        show();
    }

    private void show() {
        PersonRegistry.View view = view();
        heading(PersonTables.name(view.person()));
        content.removeAll();
        content.add(
                // In a box of its own: the stack would stretch it.
                new Div(Links.button(PersonsPage.ROUTE, "vaadin:arrow-left", ShellTexts.t("persons.title"))),
                facts(view),
                copy(view),
                parts(view),
                exclusions(view),
                consents(view));
    }

    private PersonRegistry.View view() {
        try {
            return registry.get(CurrentUser.get(), id);
        } catch (RefusedException e) {
            if (e.violations().getFirst().code().equals("CORE-NOT-FOUND")) {
                throw new NotFoundException();
            }
            throw e;
        }
    }

    private Section facts(PersonRegistry.View view) {
        PersonRegistry.Row person = view.person();
        Facts facts = new Facts();
        if (!person.gone()) {
            facts.add("persons.name", clear(view, "persons.name", person.maskedName(), Detail.NAME));
        }
        facts.add(
                "persons.document",
                person.gone()
                        ? new Span(PersonTables.document(person))
                        : clear(view, "persons.document", PersonTables.document(person), Detail.RESIDENT_ID));
        if (person.maskedMobile() != null) {
            facts.add("persons.mobile", clear(view, "persons.mobile", person.maskedMobile(), Detail.MOBILE));
        }
        facts.add("persons.organisation", person.organisation())
                .add("persons.sex", view.sex() == null ? null : ShellTexts.t("persons.sex." + view.sex()))
                .add(
                        "persons.employment",
                        view.employment() == null ? null : ShellTexts.t("persons.employment." + view.employment()))
                .add("persons.industry", view.industry())
                .add(
                        "persons.member",
                        view.member() == null ? null : ShellTexts.t(view.member() ? "persons.yes" : "persons.no"));
        Section section = new Section(facts);
        section.addClassName("card");
        if (person.gone()) {
            section.addComponentAsFirst(new Paragraph(ShellTexts.t("persons.gone.explained")));
        }
        return section;
    }

    /** For the person itself, who may ask for it. */
    private Div copy(PersonRegistry.View view) {
        Div box = new Div();
        if (view.mayReveal() && !view.person().gone()) {
            Caller caller = CurrentUser.get();
            box.add(new ClearDownload(
                    ShellTexts.t("person.copy"),
                    ShellTexts.t("person.copy.file"),
                    Downloads.XLSX,
                    (reason, out) -> registry.copy(caller, id, reason, out),
                    refusals.words()));
        }
        return box;
    }

    private Component clear(PersonRegistry.View view, String label, String masked, Detail detail) {
        Span shown = new Span(masked);
        Span both = new Span(shown);
        if (view.mayReveal()) {
            RevealButton reveal = new RevealButton(
                    ShellTexts.t(label),
                    reason -> registry.reveal(CurrentUser.get(), id, detail, reason),
                    value -> shown.setText(value == null ? "" : value),
                    refusals.words());
            both.add(reveal);
        }
        return both;
    }

    private static Section parts(PersonRegistry.View view) {
        Section section = new Section(new H2(ShellTexts.t("person.parts")));
        if (view.parts().isEmpty()) {
            section.add(new Paragraph(ShellTexts.t("person.parts.none")));
        } else {
            PagedTable<PersonRegistry.Part> table = PersonTables.parts();
            table.show(view.parts());
            section.add(table);
        }
        if (view.elsewhere() > 0) {
            section.add(new Paragraph(ShellTexts.t("person.parts.elsewhere", view.elsewhere())));
        }
        return section;
    }

    private static Section exclusions(PersonRegistry.View view) {
        Section section = new Section(new H2(ShellTexts.t("person.exclusions")));
        if (view.exclusions().isEmpty()) {
            section.add(new Paragraph(ShellTexts.t("person.exclusions.none")));
        } else {
            PagedTable<PersonRegistry.Exclusion> table = PersonTables.exclusions();
            table.show(view.exclusions());
            section.add(new Paragraph(ShellTexts.t("person.exclusions.lead")), table);
        }
        return section;
    }

    private Section consents(PersonRegistry.View view) {
        Section section = new Section(new H2(ShellTexts.t("person.consents")));
        if (view.consents().isEmpty()) {
            section.add(new Paragraph(ShellTexts.t("person.consents.none")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        view.consents().forEach(consent -> list.add(item(consent)));
        section.add(list);
        return section;
    }

    private ListItem item(Consent consent) {
        boolean inForce = consent.withdrawnAt() == null;
        String purpose = purpose(consent);
        ListItem item = new ListItem(
                new StatusBadge(
                        inForce ? Tone.SUCCESS : Tone.NEUTRAL,
                        inForce ? "vaadin:check" : "vaadin:ban",
                        ShellTexts.t(inForce ? "person.consent.given" : "person.consent.withdrawn")),
                new Span(ShellTexts.t(
                        "person.consent.line",
                        ShellTexts.t(
                                "persons.programme.year",
                                consent.programme().in(Messages.locale()),
                                Integer.toString(consent.year())),
                        purpose,
                        Moments.minute(consent.givenAt()),
                        consent.recordedBy(),
                        consent.organisation() == null ? "" : consent.organisation())));
        item.addClassName("consent");
        if (!inForce) {
            item.add(new Span(ShellTexts.t(
                    "person.consent.ended", Moments.minute(consent.withdrawnAt()), consent.withdrawnBy())));
        }
        if (consent.text() != null) {
            item.add(new NativeDetails(
                    ShellTexts.t("person.consent.text", consent.version()),
                    new Paragraph(consent.text().in(Messages.locale()))));
        }
        if (inForce && Staff.may(CurrentUser.get(), Right.CREATE)) {
            item.add(new Button(ShellTexts.t("person.consent.withdraw"), e -> new ActionDialog(
                            ShellTexts.t("person.consent.withdraw.title", purpose),
                            ShellTexts.t("person.consent.withdraw.effect"),
                            ShellTexts.t("person.consent.withdraw"))
                    .reasonRequired(ShellTexts.t("person.reason"))
                    .open(
                            answer -> {
                                registry.withdraw(CurrentUser.get(), id, consent.id(), answer.reason());
                                Notices.success(ShellTexts.t("person.consent.done"));
                                show();
                            },
                            refusals.words())));
        }
        return item;
    }

    private static String purpose(Consent consent) {
        String key = "person.consent.purpose." + consent.purpose();
        return ShellTexts.TEXTS.has(key) ? ShellTexts.t(key) : consent.purpose();
    }
}
