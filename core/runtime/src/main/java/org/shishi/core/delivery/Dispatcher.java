package org.shishi.core.delivery;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.node.NodeWatch;
import org.shishi.core.persistence.CoreDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the outbox every few seconds, on each node. Without a channel that is set up there is no thread. */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int SECONDS = 5;

    private final List<Delivery> deliveries;
    private final ScheduledExecutorService thread;
    private volatile boolean stopping;

    @Activate
    public Dispatcher(
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference DeliveryTimes times,
            @Reference Carriers carriers,
            @Reference NodeWatch node,
            @Reference Clock clock) {
        Contacts contacts = new Contacts(new FieldCipher(keys));
        deliveries = carriers.all().stream()
                .filter(Carrier::ready)
                .map(carrier -> new Delivery(database, contacts, times, carrier, clock, node.run()))
                .toList();
        thread = deliveries.isEmpty() ? null : start();
    }

    private ScheduledExecutorService start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread one = new Thread(work, "outbox");
            one.setDaemon(true);
            // The mail library looks for its parts through the thread.
            one.setContextClassLoader(Dispatcher.class.getClassLoader());
            return one;
        });
        started.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        return started;
    }

    private void look() {
        for (Delivery delivery : deliveries) {
            try {
                delivery.sendDue(() -> stopping);
            } catch (RuntimeException e) {
                // What was taken comes up again; the database may be away for a while.
                LOG.warn("The outbox could not be worked on: {}", e.getMessage());
            }
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.shutdown();
            thread.awaitTermination(30, TimeUnit.SECONDS);
        }
    }
}
