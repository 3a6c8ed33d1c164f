package org.shishi.core.programme;

import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.shishi.api.platform.Incidents;
import org.shishi.api.programme.DemoData;
import org.shishi.api.programme.EditionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets programmes write their invented data, in demonstrations, once, into an empty schema. */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BundleContext context;
    private final KnownProgrammes known;
    private final Incidents incidents;

    Demonstration(BundleContext context, KnownProgrammes known, Incidents incidents) {
        this.context = context;
        this.known = known;
        this.incidents = incidents;
    }

    void fill(Bundle bundle, ProgrammeIdentity identity, OpenProgramme open) {
        // A draft of a year takes no records yet.
        boolean draft = open.context().edition().state() == EditionState.DRAFT;
        if (draft || !announces(bundle) || !open.empty()) {
            return;
        }
        try {
            // Filling goes through records like everybody's work; only the first of several nodes does it.
            with(
                    filter(DemoData.Cast.class, ""),
                    cast -> with(filter(DemoData.class, "(service.bundleid=" + bundle.getBundleId() + ")"), data -> {
                        if (known.claimDemonstration(identity.edition())) {
                            LOG.info("{} is filled with demonstration data", identity);
                            ((DemoData) data).fill(open.context(), (DemoData.Cast) cast);
                        }
                    }));
        } catch (RuntimeException | LinkageError e) {
            incidents.report("demonstration data of " + identity, e);
        }
    }

    /** Components say in the manifest which services they will offer. */
    private static boolean announces(Bundle bundle) {
        String capabilities = bundle.getHeaders("").get("Provide-Capability");
        return capabilities != null && capabilities.contains(DemoData.class.getName());
    }

    private interface Use {
        void of(Object service);
    }

    private void with(Filter filter, Use use) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, filter, null);
        tracker.open();
        try {
            Object service = tracker.waitForService(PATIENCE.toMillis());
            if (service == null) {
                throw new IllegalStateException("there is no service " + filter);
            }
            use.of(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tracker.close();
        }
    }

    private static Filter filter(Class<?> type, String more) {
        try {
            return FrameworkUtil.createFilter("(&(objectClass=" + type.getName() + ")" + more + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
