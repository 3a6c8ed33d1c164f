package org.shishi.shell.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.kit.component.EmptyState;
import org.shishi.shell.live.FollowsProgrammes;
import org.shishi.shell.live.OpenUis;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.Background;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** The programmes of this installation: which run, which do not and why; install, exchange, stop, start, remove. */
@Component(service = ProgrammesPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class ProgrammesPage extends ShellPage implements BeforeEnterObserver, FollowsProgrammes {

    private final transient ProgrammeAdmin admin;
    private final transient AuditLog audit;
    private final transient ProgrammeChanges changes;
    private final Div content = new Div();

    @Activate
    public ProgrammesPage(
            @Reference ProgrammeAdmin admin,
            @Reference AuditLog audit,
            @Reference Background background,
            @Reference OpenUis open,
            @Reference Refusals refusals) {
        super("programmes.title");
        this.admin = admin;
        this.audit = audit;
        changes = new ProgrammeChanges(admin, background, open, refusals, this::show);
        lead("programmes.lead");
        add(changes.upload(), changes.progress(), content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public void programmesChanged() {
        show();
    }

    private void show() {
        content.removeAll();
        List<ProgrammeStatus> all = admin.programmes();
        if (all.isEmpty()) {
            content.add(EmptyState.saying(ShellTexts.t("programmes.none")));
        } else {
            Div cards = new Div();
            cards.addClassName("programme-list");
            all.forEach(status -> cards.add(new ProgrammeCard(status, changes)));
            content.add(cards);
        }
        Section history = new Section(new H2(ShellTexts.t("programmes.history")), new ProgrammeHistory(audit));
        content.add(history);
    }
}
