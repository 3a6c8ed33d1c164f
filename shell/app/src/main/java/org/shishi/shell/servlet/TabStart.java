package org.shishi.shell.servlet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.LocationChangeEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.SessionDestroyEvent;
import com.vaadin.flow.server.SessionDestroyListener;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.SessionInitListener;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.UIInitListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.entry.Guard;
import org.shishi.shell.live.OpenUis;
import org.shishi.shell.session.Language;
import org.shishi.shell.session.Sessions;

/** What every session and every browser tab gets at its start. */
@Component(service = TabStart.class)
public final class TabStart implements SessionInitListener, SessionDestroyListener, UIInitListener {

    private static final long serialVersionUID = 1L;

    /**
     * After a change of page keyboard and screen reader stand at its heading, and it is seen from its top. What scrolls is a
     * part inside the layout's own tree.
     */
    private static final String TO_HEADING =
            """
            setTimeout(() => {
              const heading = document.querySelector('main h1') ?? document.querySelector('main');
              if (heading) { heading.setAttribute('tabindex', '-1'); heading.focus({ preventScroll: true }); }
              for (let at = heading; at; at = at.assignedSlot ?? at.parentNode ?? at.host) { at.scrollTop = 0; }
            }, 0);
            """;

    private final transient OpenUis open;
    private final transient Guard guard;
    private final transient Faults faults;
    private final transient Sessions sessions;

    @Activate
    public TabStart(
            @Reference OpenUis open, @Reference Guard guard, @Reference Faults faults, @Reference Sessions sessions) {
        this.open = open;
        this.guard = guard;
        this.faults = faults;
        this.sessions = sessions;
    }

    @Override
    public void sessionInit(SessionInitEvent event) {
        event.getSession().setErrorHandler(faults);
        event.getSession().setLocale(Language.of(event.getRequest()));
    }

    @Override
    public void sessionDestroy(SessionDestroyEvent event) {
        sessions.closed(event.getSession());
    }

    @Override
    public void uiInit(UIInitEvent event) {
        UI ui = event.getUI();
        open.add(ui);
        BuiltIn.speak(ui);
        ui.addBeforeEnterListener(guard);
        ui.addAfterNavigationListener(TabStart::arrived);
    }

    private static void arrived(AfterNavigationEvent event) {
        LocationChangeEvent change = event.getLocationChangeEvent();
        UI ui = change.getUI();
        // Flow writes the language that the browser prefers, not the one that was chosen here.
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().getLanguage());
        if (change.getTrigger() != NavigationTrigger.PAGE_LOAD) {
            ui.getPage().executeJs(TO_HEADING);
        }
    }
}
