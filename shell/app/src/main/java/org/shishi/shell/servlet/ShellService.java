package org.shishi.shell.servlet;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.osgi.framework.BundleContext;
import org.shishi.shell.session.ElsewhereSignIn;

/** Flow's service, mended where OSGi breaks its assumptions. */
final class ShellService extends VaadinServletService {

    private static final long serialVersionUID = 1L;
    private static final String META_DATA = "com.vaadin.flow.component.internal.ComponentMetaData";

    private final transient BundleContext bundles;
    private final transient ElsewhereSignIn elsewhere;
    private final transient SessionIndex sessions = new SessionIndex();

    ShellService(
            VaadinServlet servlet,
            DeploymentConfiguration configuration,
            BundleContext bundles,
            ElsewhereSignIn elsewhere) {
        super(servlet, configuration);
        this.bundles = bundles;
        this.elsewhere = elsewhere;
    }

    /** The last one is asked first. */
    @Override
    protected List<RequestHandler> createRequestHandlers() throws ServiceException {
        List<RequestHandler> handlers = super.createRequestHandlers();
        handlers.add(new CallbackHandler(elsewhere));
        return handlers;
    }

    @Override
    public ClassLoader getClassLoader() {
        return ShellContext.vaadin();
    }

    @Override
    protected Instantiator createInstantiator() {
        return new OsgiInstantiator(this, bundles);
    }

    @Override
    protected void writeToHttpSession(WrappedSession http, VaadinSession session) {
        super.writeToHttpSession(http, session);
        sessions.put(http, session);
    }

    @Override
    protected VaadinSession readFromHttpSession(WrappedSession http) {
        VaadinSession session = super.readFromHttpSession(http);
        return session != null ? session : sessions.find(http);
    }

    @Override
    protected void removeFromHttpSession(WrappedSession http) {
        VaadinSession session = readFromHttpSession(http);
        super.removeFromHttpSession(http);
        if (session != null) {
            sessions.remove(session);
        }
    }

    @Override
    protected Lock getSessionLock(WrappedSession http) {
        Lock lock = super.getSessionLock(http);
        if (lock != null) {
            return lock;
        }
        VaadinSession session = sessions.find(http);
        return session == null ? null : session.getLockInstance();
    }

    void forget(VaadinSession session) {
        sessions.remove(session);
    }

    /**
     * Flow adds one listener per component class and never removes it, which would hold every programme that was ever
     * shown. What they would clear is cleared by {@link #destroy()} at once.
     */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith(META_DATA)
                ? () -> {}
                : super.addServiceDestroyListener(listener);
    }

    @Override
    public void destroy() {
        super.destroy();
        ReflectionCache.clearAll();
    }
}
