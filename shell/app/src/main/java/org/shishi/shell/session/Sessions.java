package org.shishi.shell.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.SignIn;
import org.shishi.kit.session.CurrentUser;

/** Signing in and out, and who one is in between. To be used on a UI thread. */
@Component(service = Sessions.class)
public final class Sessions {

    /** Query parameter of the login page: where to go afterwards. */
    public static final String TO = "to";

    private static final String MUST_CHANGE = Sessions.class.getName() + ".mustChange";
    private static final String FRESH = Sessions.class.getName() + ".fresh";
    private static final String MARK = Sessions.class.getName() + ".mark";

    /** Roles may be taken away at any time; a page sees it after so long at the latest. */
    private static final long FRESH_MILLIS = 30_000;

    private final SignIn signIn;

    @Activate
    public Sessions(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * Whoever knew the session before sign-in must not know the one after it, so it gets a new id.
     *
     * @throws org.shishi.api.rule.RefusedException as {@link SignIn#signIn}
     */
    public void signIn(String userName, String password) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Caller caller = signIn.signIn(userName, password, request.getRemoteAddr());
        VaadinService.reinitializeSession(request);
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(MUST_CHANGE, signIn.mustChangePassword(caller));
        session.setAttribute(MARK, signIn.sessionMark(caller));
        become(caller);
        session.setLocale(caller.locale());
        Language.remember(caller.locale());
    }

    public boolean mustChangePassword() {
        return Boolean.TRUE.equals(VaadinSession.getCurrent().getAttribute(MUST_CHANGE));
    }

    /** @throws org.shishi.api.rule.RefusedException as {@link SignIn#changePassword} */
    public void changePassword(String oldPassword, String newPassword) {
        Caller caller = CurrentUser.get();
        signIn.changePassword(caller, oldPassword, newPassword);
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(MUST_CHANGE, false);
        // All other sessions of the account end; this one knows the new password.
        session.setAttribute(MARK, signIn.sessionMark(caller));
    }

    /** Asks again who the caller is, once in a while; false: the account works no more. */
    public boolean stillWelcome() {
        VaadinSession session = VaadinSession.getCurrent();
        Long fresh = (Long) session.getAttribute(FRESH);
        long now = System.currentTimeMillis();
        if (fresh != null && now - fresh < FRESH_MILLIS) {
            return true;
        }
        Caller known = CurrentUser.get();
        if (!Long.valueOf(signIn.sessionMark(known)).equals(session.getAttribute(MARK))) {
            return false;
        }
        return signIn.refresh(known)
                .map(caller -> {
                    become(caller);
                    return true;
                })
                .orElse(false);
    }

    public List<Organisation> organisations() {
        return signIn.organisations(CurrentUser.get());
    }

    /** Every tab of the session acts for the other organisation from now on. */
    public void actFor(UUID organisation) {
        become(signIn.actFor(CurrentUser.get(), organisation));
        others().forEach(ui -> ui.getPage().reload());
    }

    public void speak(Locale locale) {
        become(signIn.speak(CurrentUser.get(), locale));
        VaadinSession.getCurrent().setLocale(locale);
        Language.remember(locale);
        others().forEach(ui -> ui.getPage().reload());
        UI.getCurrent().getPage().reload();
    }

    public void signOut() {
        CurrentUser.find().ifPresent(signIn::signedOut);
        UI.getCurrent().getPage().setLocation("login?out");
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** The account was disabled meanwhile: nobody is signed in any more. */
    public void drop() {
        CurrentUser.set(null);
    }

    private static void become(Caller caller) {
        CurrentUser.set(caller);
        VaadinSession.getCurrent().setAttribute(FRESH, System.currentTimeMillis());
    }

    private static List<UI> others() {
        return VaadinSession.getCurrent().getUIs().stream()
                .filter(ui -> ui != UI.getCurrent())
                .toList();
    }
}
