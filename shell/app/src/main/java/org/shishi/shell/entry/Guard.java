package org.shishi.shell.entry;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.live.Away;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammePlace;
import org.shishi.shell.live.ProgrammeViews;
import org.shishi.shell.live.StandIn;
import org.shishi.shell.live.ViewEntry;
import org.shishi.shell.page.CallbackPage;
import org.shishi.shell.page.LoginPage;
import org.shishi.shell.page.PasswordPage;
import org.shishi.shell.profile.SecondFactorPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.session.Sessions;
import org.shishi.shell.session.Staff;

/**
 * Asked before each page: is somebody signed in, may they see it, is its programme there. Convenience and courtesy; what
 * counts is checked again by the services.
 */
@Component(service = Guard.class)
public final class Guard implements BeforeEnterListener {

    private static final long serialVersionUID = 1L;

    private final transient Sessions sessions;
    private final transient LiveProgrammes programmes;
    private final transient ProgrammeViews views;
    private final transient Away away;
    private final transient Audit audit;

    @Activate
    public Guard(
            @Reference Sessions sessions,
            @Reference LiveProgrammes programmes,
            @Reference ProgrammeViews views,
            @Reference Away away,
            @Reference Audit audit) {
        this.sessions = sessions;
        this.programmes = programmes;
        this.views = views;
        this.away = away;
        this.audit = audit;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (target == LoginPage.class || target == CallbackPage.class) {
            return;
        }
        Optional<Caller> caller = CurrentUser.find();
        if (caller.isEmpty()) {
            toLogin(event, null);
        } else if (!sessions.stillWelcome()) {
            sessions.drop();
            toLogin(event, "disabled");
        } else if (sessions.mustProve()) {
            if (target != SecondFactorPage.class) {
                event.forwardTo(SecondFactorPage.class);
            }
        } else if (sessions.mustChangePassword()) {
            if (target != PasswordPage.class) {
                event.forwardTo(PasswordPage.class);
            }
        } else if (sessions.mustEnrol()) {
            if (target != SecondFactorPage.class) {
                event.forwardTo(SecondFactorPage.class);
            }
        } else if (!StandIn.class.isAssignableFrom(target)) {
            admit(event, target, CurrentUser.get());
        }
    }

    private void admit(BeforeEnterEvent event, Class<?> target, Caller caller) {
        NeedsRight needed = target.getAnnotation(NeedsRight.class);
        if (needed != null && !lets(needed, caller)) {
            forbid(event, caller);
            return;
        }
        ProgrammePlace place = ProgrammePlace.in(event.getLocation()).orElse(null);
        if (place == null) {
            return;
        }
        Optional<LiveProgramme> live = programmes.find(place.id(), place.year());
        if (live.isEmpty()) {
            absent(event, place);
        } else if (!caller.may(place.id(), rightFor(live.get(), target))) {
            forbid(event, caller);
        }
    }

    private static boolean lets(NeedsRight needed, Caller caller) {
        return (needed.members() ? caller.mayAnywhere(needed.value()) : Staff.may(caller, needed.value()))
                && (!needed.cityOnly() || caller.organisation().type() == OrgType.CITY);
    }

    private Right rightFor(LiveProgramme programme, Class<?> target) {
        return views.of(programme).stream()
                .filter(view -> view.type() == target)
                .map(ViewEntry::right)
                .findFirst()
                .orElse(Right.VIEW);
    }

    /** As an error the address stays what it is, and is tried again when the programme returns. */
    private void absent(BeforeEnterEvent event, ProgrammePlace place) {
        if (away.find(place.id(), place.year()).isPresent()) {
            event.rerouteToError(new ProgrammeOfflineException(place.id(), place.year()), "");
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void forbid(BeforeEnterEvent event, Caller caller) {
        audit.write(
                caller,
                "access.refused",
                "/" + event.getLocation().getPath(),
                null,
                Map.of("refusal", "CORE-FORBIDDEN"));
        event.rerouteToError(new RefusedException("CORE-FORBIDDEN", null), "");
    }

    /** After sign-in people come to where they wanted to go. */
    private static void toLogin(BeforeEnterEvent event, String why) {
        Location wanted = event.getLocation();
        Map<String, List<String>> query = new HashMap<>();
        if (!wanted.getPath().isEmpty()) {
            query.put(Sessions.TO, List.of(wanted.getPathWithQueryParameters()));
        }
        if (why != null) {
            query.put(why, List.of(""));
        }
        event.forwardTo("login", new QueryParameters(query));
    }
}
