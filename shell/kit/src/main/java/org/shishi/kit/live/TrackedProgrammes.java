package org.shishi.kit.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.kit.page.Programmes;

/** Asks the service registry each time: nothing of a programme stays here after it has left. */
@Component(service = Programmes.class)
public final class TrackedProgrammes implements Programmes {

    private static final Comparator<LiveProgramme> MENU = Comparator.comparingInt(
                    (LiveProgramme live) -> live.descriptor().order())
            .thenComparing(live -> live.descriptor().id())
            .thenComparing(live -> -live.context().year());

    private final ServiceTracker<LiveProgramme, LiveProgramme> tracker;

    @Activate
    public TrackedProgrammes(BundleContext bundle) {
        tracker = new ServiceTracker<>(bundle, LiveProgramme.class, null);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public Optional<LiveProgramme> find(String id, int year) {
        return live().stream()
                .filter(live ->
                        live.descriptor().id().equals(id) && live.context().year() == year)
                .findFirst();
    }

    @Override
    public List<LiveProgramme> live() {
        return tracker.getTracked().values().stream().sorted(MENU).toList();
    }
}
