package org.shishi.shell.layout;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Inbox;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.Todos;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammePlace;
import org.shishi.shell.live.ProgrammeViews;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.text.ShellTexts;

/** What stands around every page: header, menu, and the place for the page itself. */
@Component(service = MainLayout.class, scope = ServiceScope.PROTOTYPE)
public final class MainLayout extends AppLayout implements AfterNavigationObserver, HasDynamicTitle {

    private static final String CONTENT_ID = "content";

    private final transient LiveProgrammes programmes;
    private final transient ProgrammeViews views;
    private final transient Todos todos;
    private final transient Inbox inbox;
    private final transient Sessions sessions;
    private final transient Menu menu;
    private final transient Years years;

    private final Navigation navigation = new Navigation();
    private final Scope scope = new Scope(this::actFor, this::lookAt);
    private final Scope drawerScope = new Scope(this::actFor, this::lookAt);
    private final TodoLink todoLink = new TodoLink();
    private final Bell bell;
    private final Main main = new Main();
    private final Div notes = new Div();
    private int open;
    private transient List<Organisation> organisations = List.of();
    private Location location = new Location("");

    @Activate
    public MainLayout(
            @Reference LiveProgrammes programmes,
            @Reference ProgrammeViews views,
            @Reference Todos todos,
            @Reference Inbox inbox,
            @Reference Sessions sessions,
            @Reference PlatformInfo platform,
            @Reference Clock clock) {
        this.programmes = programmes;
        this.views = views;
        this.todos = todos;
        this.inbox = inbox;
        this.sessions = sessions;
        menu = new Menu(programmes, views);
        years = new Years(programmes, clock);
        bell = new Bell(inbox, this::count);
        BuiltIn.speak(this);
        setPrimarySection(Section.NAVBAR);
        addToNavbar(header(platform.demo()));
        drawerScope.addClassName("drawer-scope");
        addToDrawer(drawerScope, navigation);
        keepTransitions(drawerScope);
        keepTransitions(navigation);
        main.setId(CONTENT_ID);
        main.getElement().setAttribute("tabindex", "-1");
        notes.addClassName("page-notes");
        main.add(notes);
        setContent(main);
    }

    /**
     * The layout takes a transition of anything in its drawer for the drawer's own, and waits for an end that does not
     * come when the thing goes meanwhile. Menu and header would then lie on top of the page.
     */
    private static void keepTransitions(com.vaadin.flow.component.Component part) {
        part.getElement()
                .executeJs("for (const name of ['transitionstart', 'transitionend'])"
                        + " this.addEventListener(name, e => e.stopPropagation())");
    }

    public static Optional<MainLayout> of(UI ui) {
        return ui.getInternals().getActiveRouterTargetsChain().stream()
                .filter(MainLayout.class::isInstance)
                .map(MainLayout.class::cast)
                .findFirst();
    }

    /** The page shown, whatever it is. */
    public static Optional<HasElement> page(UI ui) {
        return ui.getInternals().getActiveRouterTargetsChain().stream().findFirst();
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        removeRouterLayoutContent(content);
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement()
                .getChildren()
                .filter(child -> !child.equals(notes.getElement()))
                .toList()
                .forEach(Element::removeFromParent);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        location = event.getLocation();
        organisations = sessions.organisations();
        programmesChanged();
        count();
        notes.removeAll();
        ProgrammePlace.in(location)
                .flatMap(place -> programmes.find(place.id(), place.year()))
                .flatMap(ClosedYear::note)
                .ifPresent(notes::add);
    }

    /** A programme's own view need not name its window: its menu entry does. */
    @Override
    public String getPageTitle() {
        Optional<HasElement> page = getUI().flatMap(MainLayout::page);
        return ProgrammePlace.in(location)
                .flatMap(place -> programmes.find(place.id(), place.year()))
                .flatMap(programme -> views.of(programme).stream()
                        .filter(view -> page.filter(view.type()::isInstance).isPresent())
                        .map(view -> programme.context().texts().get(view.title()))
                        .findFirst())
                .map(title -> ShellTexts.t("page.title", title))
                .orElseGet(() -> ShellTexts.t("product"));
    }

    /** A programme came or went, or the page changed: menu and years follow. A page whose session was ended stays as it is. */
    public void programmesChanged() {
        CurrentUser.find().ifPresent(this::programmesChanged);
    }

    private void programmesChanged(Caller caller) {
        int year = years.of(location);
        navigation.show(
                menu.own(caller, caller.locale()),
                year,
                menu.programmes(caller, year, caller.locale()),
                menu.administration(caller, caller.locale()),
                years.query(year));
        scope.show(caller.organisation(), organisations, year, years.offered());
        drawerScope.show(caller.organisation(), organisations, year, years.offered());
        navigation.todo(open);
    }

    /** To-do items and notices, counted anew. */
    public void count() {
        Caller caller = CurrentUser.get();
        open = todos.counts(caller).open();
        navigation.todo(open);
        todoLink.count(open, years.query(years.of(location)));
        bell.count(inbox.unread(caller));
    }

    private void actFor(Organisation organisation) {
        sessions.actFor(organisation.id());
        UI.getCurrent().navigate("", years.query(years.of(location)));
        Notices.success(ShellTexts.t("scope.acting", organisation.name()));
    }

    private void lookAt(int year) {
        Optional<ProgrammePlace> place = ProgrammePlace.in(location);
        if (place.isEmpty()) {
            UI.getCurrent().navigate(location.getPath(), years.query(location, year));
        } else if (programmes.find(place.get().id(), year).isPresent()) {
            UI.getCurrent().navigate(year + "/" + place.get().id());
        } else {
            UI.getCurrent().navigate("", years.query(year));
        }
    }

    private Header header(boolean demo) {
        Caller caller = CurrentUser.get();
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(ShellTexts.t("nav.toggle"));
        Anchor brand = new Anchor("", new Span(ShellTexts.t("product")));
        brand.addClassName("brand");
        brand.getElement().setAttribute("aria-label", ShellTexts.t("brand.home"));
        Span space = new Span();
        space.addClassName("space");
        Div bar = new Div(toggle, brand, scope, space, todoLink, bell, new UserMenu(caller, sessions));
        bar.addClassName("header-bar");
        Header header = new Header(SkipLink.to(CONTENT_ID));
        header.addClassName("header");
        if (demo) {
            header.add(new DemoBanner());
        }
        header.add(bar);
        return header;
    }
}
