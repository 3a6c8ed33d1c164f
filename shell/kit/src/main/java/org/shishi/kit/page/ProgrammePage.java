package org.shishi.kit.page;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.Links;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.kit.visit.Visit;

/**
 * A default page: finds what its route names, or hands over to the shell's offline page; says what was refused. All of a
 * programme that it holds, it holds in its own fields and components, so it goes with the page.
 */
abstract class ProgrammePage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Programmes programmes;
    private final transient Organisations organisations;
    private final transient CoreTexts coreTexts;
    private String pageTitle = "";

    ProgrammePage(Programmes programmes, Organisations organisations, CoreTexts coreTexts) {
        this.programmes = programmes;
        this.organisations = organisations;
        this.coreTexts = coreTexts;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("programme").orElse("");
        int year = event.getRouteParameters().getInteger("year").orElse(0);
        Optional<LiveProgramme> live = programmes.find(id, year);
        if (live.isEmpty()) {
            event.forwardTo("offline/" + year + "/" + id);
            return;
        }
        Caller caller = CurrentUser.get();
        Visit visit = new Visit(live.get(), caller, Messages.locale(), organisations, coreTexts);
        try {
            caller.require(id, Right.VIEW);
            show(visit, event);
        } catch (RefusedException e) {
            refused(visit, e.violations());
        } catch (ProgrammeOfflineException e) {
            event.forwardTo(visit.paths().offline());
        }
    }

    /** Fills the page; called again whenever the address changes. */
    abstract void show(Visit visit, BeforeEnterEvent event);

    /**
     * The record type that the route names.
     *
     * @throws RefusedException {@code CORE-NOT-FOUND}
     */
    static RecordType<?> type(Visit visit, BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("records")
                .flatMap(visit.descriptor()::record)
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    /**
     * The record's id that the route names.
     *
     * @throws RefusedException {@code CORE-NOT-FOUND}
     */
    static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    /** Empties the page and begins it anew with where it stands and what it is. */
    H1 begin(Visit visit, String title, Anchor... above) {
        crumbs(visit, title, above);
        H1 heading = new H1(title);
        add(heading);
        return heading;
    }

    /** As {@link #begin} for the programme's first page, which has nothing above it but its year. */
    void first(Visit visit, String title) {
        removeAll();
        pageTitle = t("page.first", visit.place());
        Span year = new Span(t("year", visit.programme().year()));
        year.addClassName("crumbs");
        add(year, new H1(title));
    }

    /** As {@link #begin} without the heading, for pages whose content brings its own. */
    void crumbs(Visit visit, String title, Anchor... above) {
        removeAll();
        pageTitle = t("page.title", title, visit.place());
        Nav crumbs = new Nav();
        crumbs.addClassName("crumbs");
        crumbs.setAriaLabel(t("crumbs"));
        crumbs.add(Links.to(visit.paths().home(), visit.place()));
        crumbs.add(above);
        add(crumbs);
    }

    /** Errors stand on the page: its title says so first. */
    void failed() {
        UI.getCurrent().getPage().setTitle(t("errors.page", pageTitle));
    }

    /** Whether the programme that the page shows is still there. */
    boolean live(Visit visit) {
        return programmes
                .find(visit.descriptor().id(), visit.programme().year())
                .isPresent();
    }

    /** A row of what can be done on the page. */
    static Div toolbar(Component... actions) {
        Div toolbar = new Div(actions);
        toolbar.addClassNames("toolbar", "no-print");
        return toolbar;
    }

    private void refused(Visit visit, List<Violation> violations) {
        begin(visit, t("refused.title"));
        Div box = new Div(new Icon("vaadin:info-circle"));
        box.addClassName("refused");
        box.getElement().setAttribute("role", "alert");
        Div words = new Div();
        visit.words().of(violations).forEach(message -> words.add(new Paragraph(message)));
        words.add(new Span(
                Links.to(visit.paths().home(), t("refused.back", visit.live().title()))));
        box.add(words);
        add(box);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
