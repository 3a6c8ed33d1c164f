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
import org.shishi.api.platform.OpenSessions;
import org.shishi.api.platform.SecondFactor;
import org.shishi.api.platform.SignIn;
import org.shishi.kit.session.CurrentUser;

/** Signing in and out, and who one is in between. To be used on a UI thread. */
@Component(service = Sessions.class)
public final class Sessions {

    /** Query parameter of the login page: where to go afterwards. */
    public static final String TO = "to";

    private static final String MUST_CHANGE = Sessions.class.getName() + ".mustChange";
    private static final String FRESH = Sessions.class.getName() + ".fresh";
    private static final String MUST_ENROL = Sessions.class.getName() + ".mustEnrol";
    private static final String MUST_PROVE = Sessions.class.getName() + ".mustProve";
    private static final String MARK = Sessions.class.getName() + ".mark";
    private static final String ENTERED = Sessions.class.getName() + ".entered";

    /** Roles may be taken away at any time; a page sees it after so long at the latest. */
    private static final long FRESH_MILLIS = 30_000;

    private final SignIn signIn;
    private final SecondFactor factor;
    private final OpenSessions open;

    @Activate
    public Sessions(@Reference SignIn signIn, @Reference SecondFactor factor, @Reference OpenSessions open) {
        this.signIn = signIn;
        this.factor = factor;
        this.open = open;
    }

    /**
     * @param code of the second factor; null as long as nobody has asked for it
     * @throws org.shishi.api.rule.RefusedException as {@link SignIn#signIn}
     */
    public void signIn(String userName, String password, String code) {
        enter(signIn.signIn(userName, password, code, VaadinRequest.getCurrent().getRemoteAddr()));
    }

    /** @param strong whether more than a password was asked for elsewhere; else one's own second factor is asked for here */
    void arrived(Caller caller, boolean strong) {
        enter(caller);
        VaadinSession.getCurrent()
                .setAttribute(MUST_PROVE, !strong && factor.state(caller) == SecondFactor.State.ENROLLED);
    }

    /** Whether the second factor is still to be asked for. */
    public boolean mustProve() {
        return Boolean.TRUE.equals(VaadinSession.getCurrent().getAttribute(MUST_PROVE));
    }

    /** @throws org.shishi.api.rule.RefusedException as {@link SecondFactor#prove} */
    public void prove(String code) {
        factor.prove(CurrentUser.get(), code);
        VaadinSession.getCurrent().setAttribute(MUST_PROVE, false);
    }

    /** Whoever knew the session before sign-in must not know the one after it, so it gets a new id. */
    private void enter(Caller caller) {
        VaadinRequest request = VaadinRequest.getCurrent();
        VaadinService.reinitializeSession(request);
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(MUST_CHANGE, signIn.mustChangePassword(caller));
        begin(caller);
        become(caller);
        session.setLocale(caller.locale());
        Language.remember(caller.locale());
    }

    /** From here on this session is one of the account's, and ends with its mark. */
    private void begin(Caller caller) {
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(MARK, signIn.sessionMark(caller));
        session.setAttribute(
                ENTERED, open.open(caller, VaadinRequest.getCurrent().getHeader("User-Agent")));
    }

    /** Which of the account's sessions this one is. */
    public UUID current() {
        return (UUID) VaadinSession.getCurrent().getAttribute(ENTERED);
    }

    /** All others end, and the tokens of sign-ins. */
    public void endOthers() {
        Caller caller = CurrentUser.get();
        open.endAll(caller);
        begin(caller);
    }

    /**
     * The session is over, however it came to that. Said on a thread of its own: a browser that signs out comes back at
     * once, and must not meet a session that is still ending.
     */
    public void closed(VaadinSession session) {
        if (session.getAttribute(ENTERED) instanceof UUID entered) {
            session.setAttribute(ENTERED, null);
            Thread.ofVirtual().name("session-closed").start(() -> open.close(entered));
        }
    }

    public boolean mustEnrol() {
        return Boolean.TRUE.equals(VaadinSession.getCurrent().getAttribute(MUST_ENROL));
    }

    /** Asks again, after it was set up or given up. */
    public void factorChanged() {
        enrol(CurrentUser.get());
    }

    private void enrol(Caller caller) {
        VaadinSession.getCurrent().setAttribute(MUST_ENROL, factor.state(caller) == SecondFactor.State.NEEDED);
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
        closed(session);
        begin(caller);
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
        if (!Long.valueOf(signIn.sessionMark(known)).equals(session.getAttribute(MARK))
                || !open.seen(known, current())) {
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
        closed(VaadinSession.getCurrent());
        UI.getCurrent().getPage().setLocation("login?out");
        VaadinSession.getCurrent().getSession().invalidate();
    }

    /** The account was disabled meanwhile: nobody is signed in any more. */
    public void drop() {
        CurrentUser.set(null);
    }

    /** Roles in another organisation may need what those in this one do not. */
    private void become(Caller caller) {
        CurrentUser.set(caller);
        enrol(caller);
        VaadinSession.getCurrent().setAttribute(FRESH, System.currentTimeMillis());
    }

    private static List<UI> others() {
        return VaadinSession.getCurrent().getUIs().stream()
                .filter(ui -> ui != UI.getCurrent())
                .toList();
    }
}
