package org.shishi.shell.servlet;

import com.vaadin.flow.component.UI;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.layout.MainLayout;
import org.shishi.shell.live.Departure;
import org.shishi.shell.live.FollowsProgrammes;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.OpenUis;
import org.shishi.shell.live.ProgrammeViews;
import org.shishi.shell.live.StandIn;
import org.shishi.shell.live.ViewEntry;
import org.shishi.shell.text.ShellTexts;

/**
 * Shows in every open tab that a programme came or went: the menu follows, people on its pages land on the offline page
 * and are taken back to the same address when it returns. Runs on the thread that starts or stops the programme.
 */
@org.osgi.service.component.annotations.Component(service = ProgrammeMoves.class)
public final class ProgrammeMoves implements LiveProgrammes.Listener, ProgrammeViews.Listener, BundleListener {

    /** How long a stopping programme waits for pages that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BundleContext bundles;
    private final LiveProgrammes programmes;
    private final ProgrammeViews views;
    private final OpenUis open;
    private final Map<Long, WeakReference<ClassLoader>> loaders = new ConcurrentHashMap<>();

    /** @param guests comes first, so that a programme's routes are there before people are sent to them */
    @Activate
    public ProgrammeMoves(
            BundleContext bundles,
            @Reference LiveProgrammes programmes,
            @Reference ProgrammeViews views,
            @Reference OpenUis open,
            @Reference GuestRoutes guests) {
        this.bundles = bundles;
        this.programmes = programmes;
        this.views = views;
        this.open = open;
        bundles.addBundleListener(this);
        programmes.listen(this);
        views.listen(this);
    }

    @Deactivate
    void close() {
        programmes.unlisten(this);
        views.unlisten(this);
        bundles.removeBundleListener(this);
    }

    @Override
    public void arrived(LiveProgramme programme) {
        Bundle bundle = bundles.getBundle(programme.bundleId());
        if (bundle != null && bundle.adapt(BundleWiring.class) != null) {
            ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
            loaders.put(programme.bundleId(), new WeakReference<>(loader));
        }
        String place = place(programme);
        open.each(ui -> welcome(ui, place, programme), Duration.ZERO);
    }

    @Override
    public void left(LiveProgramme programme, Departure departure) {
        String place = place(programme);
        open.each(ui -> dismiss(ui, place, departure), PATIENCE);
    }

    /** A view that came after its programme: those who wait at its address see it now. */
    @Override
    public void added(ViewEntry view) {
        programmes.live().stream()
                .filter(programme -> programme.bundleId() == view.bundleId())
                .findFirst()
                .ifPresent(programme -> {
                    String place = view.route(programme);
                    open.each(ui -> unveil(ui, view, place), Duration.ZERO);
                });
    }

    @Override
    public void removed(ViewEntry view) {
        // Its programme leaves first, and with it everybody on its pages.
    }

    private static void unveil(UI ui, ViewEntry view, String place) {
        MainLayout.of(ui).ifPresent(MainLayout::programmesChanged);
        boolean shown = MainLayout.page(ui).filter(view.type()::isInstance).isPresent();
        if (!shown && OpenUis.location(ui).getPath().equals(place)) {
            OpenUis.revisit(ui);
        }
    }

    /** The pages have gone with {@link #left}; now Flow's memory of their classes goes. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() != BundleEvent.STOPPED) {
            return;
        }
        WeakReference<ClassLoader> kept = loaders.remove(event.getBundle().getBundleId());
        ClassLoader gone = kept == null ? null : kept.get();
        if (gone != null) {
            Purge.everywhere(gone);
            open.each(ui -> Purge.tab(ui, gone), Duration.ZERO);
        }
    }

    private static void welcome(UI ui, String place, LiveProgramme programme) {
        MainLayout.of(ui).ifPresent(MainLayout::programmesChanged);
        boolean waiting = MainLayout.page(ui).filter(StandIn.class::isInstance).isPresent();
        if (waiting && OpenUis.at(ui, place)) {
            OpenUis.revisit(ui);
            Notices.success(ShellTexts.t("programme.back", programme.title()));
        } else {
            follow(ui);
        }
    }

    private static void dismiss(UI ui, String place, Departure departure) {
        MainLayout.of(ui).ifPresent(MainLayout::programmesChanged);
        if (OpenUis.at(ui, place)) {
            boolean dialog = OpenUis.inDialog(ui);
            OpenUis.revisit(ui);
            if (dialog) {
                Notices.error(ShellTexts.t("programme.dialog", departure.title()));
            }
        } else {
            follow(ui);
        }
    }

    /** Unless the session was ended from elsewhere while its page stayed open. */
    private static void follow(UI ui) {
        if (CurrentUser.find().isPresent() && MainLayout.page(ui).orElse(null) instanceof FollowsProgrammes page) {
            page.programmesChanged();
        }
    }

    private static String place(LiveProgramme programme) {
        return programme.context().year() + "/" + programme.descriptor().id();
    }
}
