package org.shishi.shell.servlet;

import com.vaadin.flow.server.SynchronizedRequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.shishi.shell.page.Destination;
import org.shishi.shell.session.ElsewhereSignIn;

/**
 * Receives the browser that comes back from the provider before any page is made. A page would at once ask for more, with
 * the session that has just been exchanged for another one, and be told that it has ended. Refused, a page says why.
 */
final class CallbackHandler extends SynchronizedRequestHandler {

    private static final long serialVersionUID = 1L;

    private final transient ElsewhereSignIn elsewhere;

    CallbackHandler(ElsewhereSignIn elsewhere) {
        this.elsewhere = elsewhere;
    }

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        HttpServletRequest http = ((VaadinServletRequest) request).getHttpServletRequest();
        return "GET".equals(http.getMethod())
                && ("/" + ElsewhereSignIn.CALLBACK).equals(http.getPathInfo())
                && http.getParameter("v-r") == null;
    }

    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        String query = ((VaadinServletRequest) request).getHttpServletRequest().getQueryString();
        Optional<String> to = elsewhere.arrived(query == null ? "" : query);
        if (to.isPresent()) {
            ((VaadinServletResponse) response).getHttpServletResponse().sendRedirect(Destination.of(to.get()));
        }
        return to.isPresent();
    }
}
