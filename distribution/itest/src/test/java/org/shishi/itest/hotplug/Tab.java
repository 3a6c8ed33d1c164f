package org.shishi.itest.hotplug;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.OpenSessions;
import org.shishi.api.platform.SignIn;
import org.shishi.kit.session.CurrentUser;

/** A browser tab without the browser: the page is asked for over HTTP, somebody signed in goes from address to address. */
public final class Tab implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base;
    private final UI ui;
    private final VaadinSession session;

    public Tab(Platform platform) {
        this(platform, platform.caller());
    }

    /** Of somebody who has signed in. */
    public Tab(Platform platform, Caller caller) {
        this.base = platform.base();
        List<UI> before = open(platform.context());
        get("/");
        get("/?v-r=init&location=&query=");
        List<UI> now = new ArrayList<>(open(platform.context()));
        now.removeAll(before);
        ui = now.getFirst();
        session = ui.getSession();
        Long mark = platform.service(SignIn.class).sessionMark(caller);
        UUID entered = platform.service(OpenSessions.class).open(caller, "a tab of the tests");
        inside(() -> {
            CurrentUser.set(caller);
            session.setAttribute("org.shishi.shell.session.Sessions.mark", mark);
            session.setAttribute("org.shishi.shell.session.Sessions.entered", entered);
            return null;
        });
    }

    /** Every tab that the shell knows; its class is private to the shell. */
    private static List<UI> open(BundleContext context) {
        ServiceReference<?> reference = context.getServiceReference("org.shishi.shell.live.OpenUis");
        Object tabs = context.getService(reference);
        try {
            List<UI> all = new ArrayList<>();
            ((List<?>) tabs.getClass().getMethod("all").invoke(tabs)).forEach(each -> all.add((UI) each));
            return all;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private void get(String path) {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param path such as {@code 2024/some-programme} */
    public Tab go(String path) {
        inside(() -> {
            ui.browserNavigate(new UI.BrowserNavigateEvent(ui, false, path, "", "", null, ""));
            return null;
        });
        return this;
    }

    /** The simple class names of the pages it shows. */
    public List<String> shown() {
        return inside(() -> ui.getInternals().getActiveRouterTargetsChain().stream()
                .map(HasElement::getClass)
                .map(Class::getSimpleName)
                .toList());
    }

    boolean offline() {
        return shown().contains("OfflinePage");
    }

    /** The whole text on it. */
    public String text() {
        return inside(() -> ui.getElement().getOuterHTML());
    }

    /** All addresses that Flow knows, with their placeholders. */
    public List<String> templates() {
        return inside(() -> ui.getInternals().getRouter().getRegistry().getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                .map(RouteBaseData::getTemplate)
                .sorted()
                .toList());
    }

    /** How many addresses Flow knows. */
    int routes() {
        return inside(() -> ui.getInternals()
                .getRouter()
                .getRegistry()
                .getRegisteredRoutes()
                .size());
    }

    /** Nobody has lost the session, and the tab belongs to it still. */
    boolean alive() {
        return inside(() -> ui.isAttached()
                && ui.getSession() == session
                && CurrentUser.find().isPresent());
    }

    /** The browser hears of every change, as it does after each of its requests and by push: what it knows is forgotten. */
    private <T> T inside(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        ui.accessSynchronously(() -> {
            task.run();
            new UidlWriter().createUidl(ui, false);
        });
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        session.accessSynchronously(session::close);
        http.shutdownNow();
    }
}
