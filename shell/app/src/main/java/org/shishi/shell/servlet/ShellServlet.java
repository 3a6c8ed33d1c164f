package org.shishi.shell.servlet;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.shishi.shell.page.FaultPage;
import org.shishi.shell.page.NotFoundPage;
import org.shishi.shell.page.OfflinePage;
import org.shishi.shell.page.RefusedPage;
import org.shishi.shell.session.ElsewhereSignIn;

/**
 * The user interface. Does what servlet container initialisers do elsewhere, with Flow's class loader as the thread's, for
 * Flow finds its parts by it.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("shell")
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardServletMultipart
public final class ShellServlet extends VaadinServlet {

    private static final long serialVersionUID = 1L;

    private final transient BundleContext bundles;
    private final transient Routes routes;
    private final transient TabStart tabs;
    private final transient ElsewhereSignIn elsewhere;
    private transient ServletContext context;
    private transient ShellService service;

    @Activate
    public ShellServlet(
            BundleContext bundles,
            @Reference Routes routes,
            // Programmes' routes and their comings and goings belong to a working shell.
            @Reference GuestRoutes guests,
            @Reference ProgrammeMoves moves,
            @Reference TabStart tabs,
            @Reference ElsewhereSignIn elsewhere) {
        this.bundles = bundles;
        this.elsewhere = elsewhere;
        this.routes = routes;
        this.tabs = tabs;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        context = ShellContext.around(config.getServletContext());
        ClassLoader before = enter();
        try {
            VaadinServletContext vaadin = new VaadinServletContext(context);
            new LookupInitializer().initialize(vaadin, new HashMap<>(), l -> vaadin.setAttribute(Lookup.class, l));
            VaadinAppShellInitializer.init(Set.of(AppShell.class), vaadin);
            ApplicationRouteRegistry registry = ApplicationRouteRegistry.getInstance(vaadin);
            registry.setErrorNavigationTargets(
                    Set.of(NotFoundPage.class, RefusedPage.class, OfflinePage.class, FaultPage.class));
            super.init(new ShellConfig(config, context));
            routes.attach(registry);
        } finally {
            leave(before);
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        service = new ShellService(this, configuration, bundles, elsewhere);
        service.init();
        service.addUIInitListener(tabs);
        service.addSessionInitListener(tabs);
        service.addSessionDestroyListener(tabs);
        service.addSessionDestroyListener(e -> service.forget(e.getSession()));
        service.setSystemMessagesProvider(new ShellSystemMessages());
        return service;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ClassLoader before = enter();
        try {
            super.service(new InContext(request), response);
        } finally {
            leave(before);
        }
    }

    @Override
    public void destroy() {
        routes.detach();
        ClassLoader before = enter();
        try {
            super.destroy();
        } finally {
            leave(before);
        }
    }

    private static ClassLoader enter() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ShellContext.vaadin());
        return before;
    }

    private static void leave(ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }

    /** The request with our servlet context. */
    private final class InContext extends HttpServletRequestWrapper {

        InContext(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }
}
