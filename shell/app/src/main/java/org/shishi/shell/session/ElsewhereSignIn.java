package org.shishi.shell.session;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.OpenIdSignIn;
import org.shishi.api.platform.OpenIdSignIn.Arrival;
import org.shishi.api.platform.OpenIdSignIn.Departure;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.kit.session.CurrentUser;

/** The way to the provider and back. What is under way is kept in the session, for one answer. Within a request. */
@Component(service = ElsewhereSignIn.class)
public final class ElsewhereSignIn {

    /** Where the provider sends the browser back to. */
    public static final String CALLBACK = "oidc/callback";

    private static final String UNDER_WAY = ElsewhereSignIn.class.getName();
    private static final String REFUSED = UNDER_WAY + ".refused";

    /** @param to where to go in the end; @param linking whether the account there is to be linked to this one */
    private record UnderWay(Departure departure, String to, boolean linking) implements Serializable {}

    private final OpenIdSignIn openId;
    private final Sessions sessions;

    @Activate
    public ElsewhereSignIn(@Reference OpenIdSignIn openId, @Reference Sessions sessions) {
        this.openId = openId;
        this.sessions = sessions;
    }

    /** What the button says; empty: not offered. */
    public Optional<String> provider() {
        return openId.provider();
    }

    /**
     * @param to where to go afterwards
     * @return where the browser goes now
     */
    public URI depart(String to) {
        boolean linking = CurrentUser.find().isPresent();
        Departure departure = openId.depart(callback());
        VaadinSession.getCurrent().setAttribute(UNDER_WAY, new UnderWay(departure, to, linking));
        return departure.to();
    }

    /**
     * @param query of the callback's address
     * @return where to go; empty: it was refused, and {@link #refusal} knows why
     */
    public Optional<String> arrived(String query) {
        VaadinSession session = VaadinSession.getCurrent();
        try {
            return Optional.of(arrive(query));
        } catch (RefusedException e) {
            session.setAttribute(REFUSED, e);
            return Optional.empty();
        }
    }

    /** Why the last arrival was refused. Told once. */
    public List<Violation> refusal() {
        VaadinSession session = VaadinSession.getCurrent();
        RefusedException refusal = (RefusedException) session.getAttribute(REFUSED);
        session.setAttribute(REFUSED, null);
        return refusal == null ? List.of(Violation.of("CORE-OIDC-REFUSED", null)) : refusal.violations();
    }

    private String arrive(String query) {
        VaadinSession session = VaadinSession.getCurrent();
        UnderWay underWay = (UnderWay) session.getAttribute(UNDER_WAY);
        session.setAttribute(UNDER_WAY, null);
        // An answer that nobody asked for signs nobody in: else somebody could be signed in as another by a link.
        if (underWay == null || underWay.linking != CurrentUser.find().isPresent()) {
            throw new RefusedException("CORE-OIDC-REFUSED", null);
        }
        if (underWay.linking) {
            openId.link(CurrentUser.get(), underWay.departure, query);
        } else {
            Arrival arrival = openId.arrive(
                    underWay.departure, query, VaadinRequest.getCurrent().getRemoteAddr());
            sessions.arrived(arrival.caller(), arrival.strong());
        }
        return underWay.to;
    }

    private static URI callback() {
        URI here = URI.create(((VaadinServletRequest) VaadinRequest.getCurrent())
                .getHttpServletRequest()
                .getRequestURL()
                .toString());
        return here.resolve("/" + CALLBACK);
    }
}
