package org.shishi.kit.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.shishi.kit.component.Ticker;

/** One thread for all pages: it only hands work to the pages' own queues. */
@Component(service = Ticker.class)
public final class TickerThread implements Ticker {

    private final ScheduledExecutorService clockwork;

    @Activate
    public TickerThread() {
        clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "kit-ticker");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        clockwork.shutdownNow();
    }

    @Override
    public Registration every(Duration period, UI ui, Command work) {
        AtomicBoolean waiting = new AtomicBoolean();
        AtomicReference<ScheduledFuture<?>> future = new AtomicReference<>();
        Registration registration = Registration.once(() -> future.get().cancel(false));
        Runnable tick = () -> {
            if (waiting.compareAndSet(false, true)) {
                tick(ui, work, waiting, registration);
            }
        };
        future.set(clockwork.scheduleAtFixedRate(tick, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS));
        return registration;
    }

    private static void tick(UI ui, Command work, AtomicBoolean waiting, Registration registration) {
        try {
            ui.access(() -> {
                waiting.set(false);
                work.execute();
            });
        } catch (UIDetachedException e) {
            registration.remove();
        }
    }
}
