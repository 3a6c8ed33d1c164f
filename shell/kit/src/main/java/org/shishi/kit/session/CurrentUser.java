package org.shishi.kit.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.shishi.api.identity.Caller;

/** The signed-in person of the current Vaadin session. To be asked on a UI thread (session locked). */
public final class CurrentUser {

    private CurrentUser() {}

    /** Empty before sign-in. */
    public static Optional<Caller> find() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(Caller.class));
    }

    /**
     * @throws IllegalStateException before sign-in: no page is reachable then
     */
    public static Caller get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** For the shell: after sign-in, change of organisation or language; null after sign-out. */
    public static void set(Caller caller) {
        VaadinSession.getCurrent().setAttribute(Caller.class, caller);
        if (caller != null && UI.getCurrent() != null) {
            UI.getCurrent().setLocale(caller.locale());
        }
    }
}
