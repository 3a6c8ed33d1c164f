package org.shishi.core.programme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.Programme;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets programmes in and out, one after another for each programme and year. Of two bundles of the same programme and
 * year the one with the higher version is open, the other waits.
 */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final BundleContext context;
    private final Opening opening;
    private final KnownProgrammes known;
    private final Optional<Demonstration> demonstration;
    private final Texts words;
    private final Incidents incidents;
    private final Silence silence;
    private final Map<ProgrammeIdentity.Edition, ReentrantLock> doors = new ConcurrentHashMap<>();
    private final Map<Place, ServiceReference<Programme>> arrived = new ConcurrentHashMap<>();
    private final Map<Place, ServiceRegistration<LiveProgramme>> published = new ConcurrentHashMap<>();

    Reception(
            BundleContext context,
            Opening opening,
            KnownProgrammes known,
            Optional<Demonstration> demonstration,
            Texts words,
            Incidents incidents) {
        this.context = context;
        this.opening = opening;
        this.known = known;
        this.demonstration = demonstration;
        this.words = words;
        this.incidents = incidents;
        this.silence = new Silence(context, words);
    }

    void arrive(Place place, ServiceReference<Programme> reference, Collection<Place> all) {
        inOrder(place, () -> {
            if (reference.getBundle() == null) {
                // Gone again before its turn came.
                place.to(Place.Stage.CLOSED, null, null);
                return;
            }
            arrived.put(place, reference);
            Optional<Place> inside = inside(place, all);
            if (inside.isEmpty()) {
                open(place, reference);
            } else if (higher(place, inside.get())) {
                close(inside.get());
                inside.get().to(Place.Stage.REFUSED, other("plugin.newer-runs", place), null);
                open(place, reference);
            } else {
                place.to(Place.Stage.REFUSED, other("plugin.same-or-newer-runs", inside.get()), null);
            }
        });
    }

    /** Returns when nothing of the programme is under way any more; one that was in its way comes in. */
    void leave(Place place, Collection<Place> all) {
        inOrder(place, () -> {
            boolean stood = place.standing().stage() != Place.Stage.CLOSED;
            arrived.remove(place);
            close(place);
            if (stood) {
                place.to(Place.Stage.CLOSED, null, null);
            }
            if (inside(place, all).isEmpty()) {
                others(place, all)
                        .filter(arrived::containsKey)
                        .max(Comparator.comparing(other -> other.identity().version()))
                        .ifPresent(other -> open(other, arrived.get(other)));
            }
        });
    }

    /** Whether it is known already that no programme will come. */
    boolean waits(Place place) {
        return silence.waits(place.bundle());
    }

    /** Its bundle runs, but no programme came out of it. */
    void silent(Place place) {
        inOrder(place, () -> {
            if (place.standing().stage() == Place.Stage.EXPECTED) {
                place.to(Place.Stage.FAILED, silence.of(place.bundle()), null);
            }
        });
    }

    private void open(Place place, ServiceReference<Programme> reference) {
        ProgrammeIdentity identity = place.identity();
        place.to(Place.Stage.OPENING, null, null);
        OpenProgramme open = null;
        try {
            open = opening.open(place.bundle(), identity, () -> context.getService(reference));
            known.opened(identity, open.title());
            place.to(Place.Stage.OPEN, null, open);
            published.put(place, publish(open));
            fill(place, open);
            place.to(Place.Stage.RUNNING, null, open);
            LOG.info("{} runs", identity);
        } catch (ProgrammeFault e) {
            fail(place, e);
        } catch (RuntimeException | LinkageError e) {
            fail(place, fault(identity, e));
            closeOpen(place, open);
        }
    }

    private void fill(Place place, OpenProgramme open) {
        demonstration.ifPresent(each -> each.fill(place.bundle(), place.identity(), open));
    }

    private ProgrammeFault fault(ProgrammeIdentity identity, Throwable e) {
        return new ProgrammeFault(
                words.get("plugin.failed", e.getMessage(), incidents.report("opening of " + identity, e)), e);
    }

    private static void fail(Place place, ProgrammeFault fault) {
        LOG.warn("{} does not open: {}", place.identity(), fault.getMessage());
        place.to(Place.Stage.FAILED, fault.reason(), null);
    }

    private ServiceRegistration<LiveProgramme> publish(OpenProgramme open) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("programme.id", open.context().programmeId());
        properties.put("programme.year", open.context().year());
        properties.put("programme.version", open.version());
        return context.registerService(LiveProgramme.class, open, properties);
    }

    private void close(Place place) {
        closeOpen(place, place.open());
    }

    private void closeOpen(Place place, OpenProgramme open) {
        ServiceRegistration<LiveProgramme> registration = published.remove(place);
        if (registration != null) {
            unregister(registration);
        }
        if (open != null) {
            open.close();
            LOG.info("{} is closed", place.identity());
        }
    }

    private static void unregister(ServiceRegistration<LiveProgramme> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("Gone with the core itself", e);
        }
    }

    /** The one of the same programme and year that is open. */
    private static Optional<Place> inside(Place place, Collection<Place> all) {
        return others(place, all).filter(other -> other.open() != null).findFirst();
    }

    private static Stream<Place> others(Place place, Collection<Place> all) {
        return all.stream()
                .filter(other -> other != place
                        && other.identity().edition().equals(place.identity().edition()));
    }

    private static boolean higher(Place one, Place other) {
        return one.identity().version().compareTo(other.identity().version()) > 0;
    }

    private Text other(String key, Place other) {
        return words.get(key, other.identity().version(), other.bundle().getBundleId());
    }

    private void inOrder(Place place, Runnable work) {
        ReentrantLock door = doors.computeIfAbsent(place.identity().edition(), edition -> new ReentrantLock());
        door.lock();
        try {
            work.run();
        } finally {
            door.unlock();
        }
    }
}
