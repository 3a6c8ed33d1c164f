package org.shishi.shell.live;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.kit.page.Programmes;

/**
 * The programmes open for work, and those that left since the shell started. Also what the kit's pages ask (hence the
 * ranking): guard and pages must never disagree on who is here. Listeners hear of a change after it shows
 * here, on the thread that starts or stops the programme, so that its bundle goes only after its pages have.
 */
@Component(
        service = {LiveProgrammes.class, Programmes.class},
        property = "service.ranking:Integer=100")
public final class LiveProgrammes implements Programmes, ServiceTrackerCustomizer<LiveProgramme, LiveProgramme> {

    /** Hears of arrivals and departures. */
    public interface Listener {
        void arrived(LiveProgramme programme);

        void left(LiveProgramme programme, Departure departure);
    }

    private record Key(String id, int year) {
        static Key of(LiveProgramme live) {
            return new Key(live.descriptor().id(), live.context().year());
        }
    }

    private static final Comparator<LiveProgramme> MENU = Comparator.comparingInt(
                    (LiveProgramme live) -> live.descriptor().order())
            .thenComparing(live -> live.descriptor().id());

    private final BundleContext bundles;
    private final Clock clock;
    private final Map<Key, LiveProgramme> live = new ConcurrentHashMap<>();
    private final Map<Key, Departure> departed = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ServiceTracker<LiveProgramme, LiveProgramme> tracker;

    @Activate
    public LiveProgrammes(BundleContext bundles, @Reference Clock clock) {
        this.bundles = bundles;
        this.clock = clock;
        tracker = new ServiceTracker<>(bundles, LiveProgramme.class, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        listeners.clear();
        tracker.close();
    }

    @Override
    public Optional<LiveProgramme> find(String id, int year) {
        return Optional.ofNullable(live.get(new Key(id, year)));
    }

    @Override
    public List<LiveProgramme> live() {
        return live.values().stream()
                .sorted(MENU.thenComparing(programme -> -programme.context().year()))
                .toList();
    }

    /** In the order of the menu. */
    public List<LiveProgramme> ofYear(int year) {
        return live.values().stream()
                .filter(p -> p.context().year() == year)
                .sorted(MENU)
                .toList();
    }

    /** Newest first. */
    public List<Integer> years() {
        TreeSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        live.keySet().forEach(key -> years.add(key.year()));
        return List.copyOf(years);
    }

    public Optional<Departure> departure(String id, int year) {
        return Optional.ofNullable(departed.get(new Key(id, year)));
    }

    /** Those already here are told at once. */
    public void listen(Listener listener) {
        listeners.add(listener);
        live.values().forEach(listener::arrived);
    }

    public void unlisten(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public LiveProgramme addingService(ServiceReference<LiveProgramme> reference) {
        LiveProgramme programme = bundles.getService(reference);
        if (programme != null) {
            live.put(Key.of(programme), programme);
            departed.remove(Key.of(programme));
            listeners.forEach(listener -> listener.arrived(programme));
        }
        return programme;
    }

    @Override
    public void modifiedService(ServiceReference<LiveProgramme> reference, LiveProgramme programme) {
        // Nothing that is shown can change while a programme is open.
    }

    @Override
    public void removedService(ServiceReference<LiveProgramme> reference, LiveProgramme programme) {
        Key key = Key.of(programme);
        if (live.remove(key, programme)) {
            Departure departure = new Departure(key.id(), key.year(), programme.title(), clock.instant());
            departed.put(key, departure);
            listeners.forEach(listener -> listener.left(programme, departure));
        }
        bundles.ungetService(reference);
    }
}
