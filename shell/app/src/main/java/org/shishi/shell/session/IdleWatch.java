package org.shishi.shell.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.SignIn;
import org.shishi.kit.component.Links;
import org.shishi.shell.live.OpenUis;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people out who have done nothing for half an hour, and asks them two minutes before. What the browser does by
 * itself (heartbeats, push) is no doing; a doing in one tab counts for all tabs of the session.
 */
@Component(service = IdleWatch.class, immediate = true)
public final class IdleWatch {

    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);

    /** Framework properties, in seconds: for trying it out without waiting for half an hour. */
    static final String LIMIT = "shishi.session.idle.seconds";

    static final String WARNING = "shishi.session.warning.seconds";

    private static final String PERIOD = "shishi.session.watch.millis";

    private final OpenUis open;
    private final SignIn signIn;
    private final Duration limit;
    private final Duration warning;
    private final ScheduledExecutorService clockwork;

    @Activate
    public IdleWatch(BundleContext bundles, @Reference OpenUis open, @Reference SignIn signIn) {
        this.open = open;
        this.signIn = signIn;
        limit = Duration.ofSeconds(number(bundles.getProperty(LIMIT), 30 * 60));
        warning = Duration.ofSeconds(number(bundles.getProperty(WARNING), 2 * 60));
        long period = number(bundles.getProperty(PERIOD), 10_000);
        clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "shell-idle-watch");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    private void look() {
        for (UI ui : open.all()) {
            try {
                look(ui, System.currentTimeMillis());
            } catch (UIDetachedException e) {
                LOG.debug("a page closed meanwhile");
            } catch (RuntimeException e) {
                LOG.warn("a page could not be looked after", e);
            }
        }
    }

    private void look(UI ui, long now) {
        VaadinSession session = ui.getSession();
        if (session == null) {
            return;
        }
        long ends = session.getLastRequestTimestamp() + limit.toMillis();
        boolean over = now >= ends;
        boolean soon = now >= ends - warning.toMillis();
        if (over || soon || IdleWarning.open(ui)) {
            ui.access(() -> act(ui, session, over, soon, Instant.ofEpochMilli(ends)));
        }
    }

    private void act(UI ui, VaadinSession session, boolean over, boolean soon, Instant ends) {
        if (OpenUis.location(ui) == null || "login".equals(OpenUis.location(ui).getPath())) {
            return;
        }
        Caller caller = session.getAttribute(Caller.class);
        if (over && caller != null) {
            signIn.signedOut(caller);
            session.setAttribute(Caller.class, null);
        }
        if (over) {
            leave(ui);
        } else if (soon) {
            IdleWarning.show(ui, ends);
        } else {
            IdleWarning.hide(ui);
        }
    }

    /** The page goes to the sign-in, from where it comes back; nobody can go on working in what is left of it. */
    private static void leave(UI ui) {
        IdleWarning.hide(ui);
        String here = OpenUis.location(ui).getPathWithQueryParameters();
        QueryParameters query = QueryParameters.simple(Map.of("idle", "", Sessions.TO, here));
        ui.getPage().setLocation("/" + Links.withQuery("login", query));
        ui.push();
        ui.close();
    }

    private static long number(String text, long otherwise) {
        return text == null || text.isBlank() ? otherwise : Long.parseLong(text.strip());
    }
}
