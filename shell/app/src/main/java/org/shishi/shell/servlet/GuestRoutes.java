package org.shishi.shell.servlet;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.shell.live.Departure;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.live.ProgrammeViews;
import org.shishi.shell.live.ViewEntry;

/** Gives a programme's own views their routes while both the view and its programme are there. */
@Component(service = GuestRoutes.class)
public final class GuestRoutes implements LiveProgrammes.Listener, ProgrammeViews.Listener {

    private final Routes routes;
    private final LiveProgrammes programmes;
    private final ProgrammeViews views;
    private final Map<Long, LiveProgramme> byBundle = new HashMap<>();

    @Activate
    public GuestRoutes(
            @Reference Routes routes, @Reference LiveProgrammes programmes, @Reference ProgrammeViews views) {
        this.routes = routes;
        this.programmes = programmes;
        this.views = views;
        programmes.listen(this);
        views.listen(this);
    }

    @Deactivate
    void close() {
        programmes.unlisten(this);
        views.unlisten(this);
    }

    @Override
    public synchronized void arrived(LiveProgramme programme) {
        byBundle.put(programme.bundleId(), programme);
        views.of(programme).forEach(view -> routes.add(view.route(programme), view.type()));
    }

    @Override
    public synchronized void left(LiveProgramme programme, Departure departure) {
        views.of(programme).forEach(view -> routes.remove(view.route(programme), view.type()));
        byBundle.remove(programme.bundleId());
    }

    @Override
    public synchronized void added(ViewEntry view) {
        LiveProgramme programme = byBundle.get(view.bundleId());
        if (programme != null) {
            routes.add(view.route(programme), view.type());
        }
    }

    @Override
    public synchronized void removed(ViewEntry view) {
        LiveProgramme programme = byBundle.get(view.bundleId());
        if (programme != null) {
            routes.remove(view.route(programme), view.type());
        }
    }
}
