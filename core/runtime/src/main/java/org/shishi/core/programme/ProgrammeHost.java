package org.shishi.core.programme;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.edition.EditionBook;
import org.shishi.core.persistence.ColumnSeal;
import org.shishi.core.persistence.ProgrammeDatabases;
import org.shishi.core.record.RecordsFactory;
import org.shishi.core.rule.RuleRegistry;

/**
 * Sees programmes come and go in the service registry, opens and closes them, and gives each bundle its context. Knows
 * none of them by name.
 */
@Component(service = ProgrammeHost.class)
public final class ProgrammeHost
        implements ServiceTrackerCustomizer<Programme, Place>,
                SynchronousBundleListener,
                ServiceFactory<ProgrammeContext> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What a programme may wait for has come by then. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final int AT_ONCE = 4;

    private final BundleContext context;
    private final Clock clock;
    private final Reception reception;
    private final Map<Long, Place> places = new ConcurrentHashMap<>();
    /** Bundles that hang. */
    private final Set<Long> barred = ConcurrentHashMap.newKeySet();

    private final ExecutorService openers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("shishi-open-", 1).factory());
    private final ServiceTracker<Programme, Place> tracker;
    private final ServiceRegistration<ProgrammeContext> contexts;

    @Activate
    public ProgrammeHost(
            BundleContext context,
            @Reference PlatformInfo platform,
            @Reference ProgrammeDatabases databases,
            @Reference Keys keys,
            @Reference KnownProgrammes known,
            @Reference EditionBook editions,
            @Reference RuleRegistry rules,
            @Reference RecordsFactory records,
            @Reference CoreTexts texts,
            @Reference Incidents incidents,
            @Reference Clock clock) {
        this(
                context,
                platform,
                databases,
                new FieldCipher(keys),
                known,
                editions,
                rules,
                records,
                texts,
                incidents,
                clock,
                PATIENCE);
    }

    ProgrammeHost(
            BundleContext context,
            PlatformInfo platform,
            ProgrammeDatabases databases,
            ColumnSeal seal,
            KnownProgrammes known,
            EditionBook editions,
            RuleRegistry rules,
            RecordsFactory records,
            CoreTexts texts,
            Incidents incidents,
            Clock clock,
            Duration patience) {
        this.context = context;
        this.clock = clock;
        this.reception = new Reception(
                context,
                new Opening(databases, seal, editions, rules, records, texts, incidents, patience),
                known,
                platform.demo() ? Optional.of(new Demonstration(context, known, incidents)) : Optional.empty(),
                texts,
                incidents);
        this.tracker = new ServiceTracker<>(context, Programme.class, this);
        context.addBundleListener(this);
        Dictionary<String, Object> none = new Hashtable<>();
        this.contexts = context.registerService(ProgrammeContext.class, this, none);
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
        openers.shutdown();
        context.removeBundleListener(this);
        contexts.unregister();
    }

    /** Every bundle of a programme that is installed and was seen. */
    public Collection<SeenProgramme> seen() {
        return places.values().stream().map(SeenProgramme::of).toList();
    }

    public Optional<SeenProgramme> seen(Bundle bundle) {
        return Optional.ofNullable(places.get(bundle.getBundleId())).map(SeenProgramme::of);
    }

    /**
     * Waits until a started bundle's programme runs or has failed.
     *
     * @param silence how long it may take until the bundle offers its programme at all
     */
    public SeenProgramme awaitSettled(Bundle bundle, Duration silence) {
        Place place = place(bundle);
        place.await(standing -> standing.stage() != Place.Stage.EXPECTED, least(SOON, silence));
        if (place.standing().stage() == Place.Stage.EXPECTED && !reception.waits(place)) {
            place.await(standing -> standing.stage() != Place.Stage.EXPECTED, silence.minus(least(SOON, silence)));
        }
        if (place.standing().stage() == Place.Stage.EXPECTED) {
            reception.silent(place);
        }
        place.await(Place.Standing::settled, Duration.ofDays(1));
        return SeenProgramme.of(place);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Closes a programme while its bundle is still whole: pages and jobs leave, calls under way end. */
    public void retire(Bundle bundle) {
        Place place = places.get(bundle.getBundleId());
        if (place != null) {
            reception.leave(place, places.values());
        }
    }

    /** Takes no more notice of a bundle whose code hangs, whatever it may still do; closes what is open of it. */
    public void bar(Bundle bundle) {
        barred.add(bundle.getBundleId());
        Place place = places.remove(bundle.getBundleId());
        if (place != null) {
            reception.leave(place, places.values());
        }
    }

    @Override
    public Place addingService(ServiceReference<Programme> reference) {
        Place place = place(reference.getBundle());
        if (place == null) {
            return null;
        }
        place.to(Place.Stage.OPENING, null, null);
        openers.execute(() -> reception.arrive(place, reference, places.values()));
        return place;
    }

    @Override
    public void modifiedService(ServiceReference<Programme> reference, Place place) {
        // Its properties mean nothing.
    }

    @Override
    public void removedService(ServiceReference<Programme> reference, Place place) {
        reception.leave(place, places.values());
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.STARTING, BundleEvent.LAZY_ACTIVATION -> renew(bundle);
            // Before anything of the bundle is taken apart.
            case BundleEvent.STOPPING -> retire(bundle);
            case BundleEvent.UPDATED -> places.remove(bundle.getBundleId());
            case BundleEvent.UNINSTALLED -> {
                places.remove(bundle.getBundleId());
                barred.remove(bundle.getBundleId());
            }
            default -> {
                // Nothing to do.
            }
        }
    }

    @Override
    public ProgrammeContext getService(Bundle bundle, ServiceRegistration<ProgrammeContext> registration) {
        return ProgrammeIdentity.of(bundle)
                .map(identity -> new WaitingContext(identity, () -> awaitContext(bundle, identity)))
                .orElse(null);
    }

    @Override
    public void ungetService(
            Bundle bundle, ServiceRegistration<ProgrammeContext> registration, ProgrammeContext service) {
        // Holds nothing of its own.
    }

    private ProgrammeContext awaitContext(Bundle bundle, ProgrammeIdentity identity) {
        Place place = place(bundle);
        if (place == null) {
            throw new ProgrammeOfflineException(identity.id(), identity.year());
        }
        return place.awaitContext();
    }

    private void renew(Bundle bundle) {
        if (barred.contains(bundle.getBundleId())) {
            return;
        }
        ProgrammeIdentity.of(bundle)
                .ifPresent(identity -> places.put(bundle.getBundleId(), new Place(bundle, identity, clock)));
    }

    /** null for a bundle that is no programme, or one that is barred. */
    private Place place(Bundle bundle) {
        if (barred.contains(bundle.getBundleId())) {
            return null;
        }
        return places.computeIfAbsent(bundle.getBundleId(), id -> ProgrammeIdentity.of(bundle)
                .map(identity -> new Place(bundle, identity, clock))
                .orElse(null));
    }
}
