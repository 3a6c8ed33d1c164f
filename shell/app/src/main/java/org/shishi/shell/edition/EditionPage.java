package org.shishi.shell.edition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.EditionAdmin.Head;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.platform.EditionAdmin.Sheet;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.ShellTexts;

/** This year's rules and numbers of a programme: for every member of staff to read, for two persons to change. */
@org.osgi.service.component.annotations.Component(service = EditionPage.class, scope = ServiceScope.PROTOTYPE)
public final class EditionPage extends ShellPage implements BeforeEnterObserver {

    public static final String PATH = "editions";

    private final transient EditionAdmin admin;
    private final transient RuleCatalogue rules;
    private final transient LiveProgrammes programmes;
    private final transient Organisations organisations;
    private final transient Refusals refusals;
    private final Div content = new Div();
    private String programmeId = "";
    private int year;

    @Activate
    public EditionPage(
            @Reference EditionAdmin admin,
            @Reference RuleCatalogue rules,
            @Reference LiveProgrammes programmes,
            @Reference Organisations organisations,
            @Reference Refusals refusals) {
        super("edition.title");
        this.admin = admin;
        this.rules = rules;
        this.programmes = programmes;
        this.organisations = organisations;
        this.refusals = refusals;
        add(content);
    }

    /** The address of an edition. */
    public static String path(String programmeId, int year) {
        return PATH + "/" + programmeId + "/" + year;
    }

    /** Where the wordings of an edition's notices are. */
    public static String templates(String programmeId, int year) {
        return path(programmeId, year) + "/templates";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        programmeId = event.getRouteParameters().get("programme").orElse("");
        year = event.getRouteParameters().getInteger("year").orElse(0);
        show();
    }

    private void show() {
        content.removeAll();
        Sheet sheet;
        try {
            sheet = admin.sheet(programmeId, year, null);
        } catch (RefusedException e) {
            content.add(EmptyState.saying(ShellTexts.t("edition.none")));
            return;
        }
        List<Head> years = admin.editions().stream()
                .filter(head -> head.programmeId().equals(programmeId))
                .toList();
        EditionVisit visit = new EditionVisit(
                admin,
                sheet,
                lastYear(sheet),
                new EditionWords(programmes.find(programmeId, year).orElse(null)),
                organisations,
                refusals.words(),
                this::show);
        heading(ShellTexts.t("edition.heading", ShellTexts.t(sheet.head().title()), Integer.toString(year)));
        content.add(crumbs(years), head(visit, years));
        if (sheet.head().unconfirmed() > 0) {
            content.add(confirming(sheet));
        }
        if (sheet.head().drafts() > 0) {
            content.add(new DraftCards(visit));
        }
        content.add(numbers(visit), new RuleCards(rules, programmeId, year), new ExtensionList(visit));
    }

    /** To compare with while something waits to be confirmed. */
    private Map<String, Number> lastYear(Sheet sheet) {
        Integer from = sheet.head().copiedFrom();
        if (from == null || sheet.head().unconfirmed() == 0) {
            return Map.of();
        }
        return admin.sheet(programmeId, from, LocalDate.of(from, 12, 31)).numbers().stream()
                .collect(Collectors.toMap(number -> number.parameter().name(), number -> number));
    }

    /** The same programme in other years. */
    private Nav crumbs(List<Head> years) {
        Nav nav = new Nav(Links.to(PATH, ShellTexts.t("edition.title")));
        nav.addClassName("crumbs");
        nav.setAriaLabel(ShellTexts.t("edition.years"));
        years.forEach(head -> {
            Anchor link = Links.to(
                    path(programmeId, head.year()), ShellTexts.t("scope.year.item", Integer.toString(head.year())));
            if (head.year() == year) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        });
        return nav;
    }

    private static Div head(EditionVisit visit, List<Head> years) {
        Div state = new Div(EditionWords.state(visit.state()));
        state.addClassName("notice-head");
        if (!visit.sheet().head().live()) {
            state.add(new Span(ShellTexts.t("edition.away")));
        }
        if (visit.sheet().head().copiedFrom() != null) {
            state.add(new Span(ShellTexts.t(
                    "edition.copied-from", visit.sheet().head().copiedFrom().toString())));
        }
        Div buttons = new Div(new YearActions(visit, years).buttons().toArray(Component[]::new));
        Head edition = visit.sheet().head();
        if (edition.live()
                && CurrentUser.get().may(edition.programmeId(), Right.PARAMETERS_DRAFT, Right.PARAMETERS_PUBLISH)) {
            buttons.add(Links.button(
                    templates(edition.programmeId(), edition.year()),
                    "vaadin:comment-o",
                    ShellTexts.t("templates.title")));
        }
        buttons.addClassNames("page-actions", "no-print");
        Paragraph lead = new Paragraph(ShellTexts.t("edition.lead"));
        lead.addClassName("lead");
        Div head = new Div(state, lead, buttons);
        head.addClassName("stack");
        return head;
    }

    private static Div confirming(Sheet sheet) {
        int all = (int) sheet.numbers().stream()
                .filter(number -> number.revisions().stream().anyMatch(EditionAdmin.Revision::copied))
                .count();
        int done = all - sheet.head().unconfirmed();
        ProgressBar bar = new ProgressBar(0, Math.max(1, all), done);
        String words = ShellTexts.t("edition.confirming", done, all);
        bar.getElement().setAttribute("aria-label", words);
        Div note = new Div(new Icon("vaadin:info-circle"), new Span(words), bar);
        note.addClassNames("note", "note-warning", "confirming");
        return note;
    }

    private static Section numbers(EditionVisit visit) {
        String title = ShellTexts.t("edition.numbers", visit.sheet().numbers().size());
        Section section = new Section(new H2(title), new TableScroll(title, new NumbersTable(visit)));
        section.addClassName("card");
        return section;
    }
}
