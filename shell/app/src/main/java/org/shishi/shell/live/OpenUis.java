package org.shishi.shell.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every browser tab that is open, so that a change of the platform shows in all of them. Thread-safe. */
@org.osgi.service.component.annotations.Component(service = OpenUis.class)
public final class OpenUis {

    private static final Logger LOG = LoggerFactory.getLogger(OpenUis.class);

    private final Set<UI> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("shell-pages-", 0).factory());

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    public void add(UI ui) {
        open.add(ui);
        ui.addDetachListener(e -> open.remove(ui));
    }

    public List<UI> all() {
        return List.copyOf(open);
    }

    /**
     * Does something in every tab, all at the same time, and waits for it, at most so long: a tab that is busy gets its
     * turn later. Never call this while holding a session's lock.
     */
    public void each(Consumer<UI> work, Duration patience) {
        CountDownLatch under = new CountDownLatch(open.size());
        for (UI ui : all()) {
            threads.submit(() -> {
                try {
                    access(ui, work).get();
                } catch (ExecutionException e) {
                    // The session's error handler has reported it.
                    LOG.debug("a page could not follow", e);
                } finally {
                    under.countDown();
                }
                return null;
            });
        }
        try {
            if (!patience.isZero() && !under.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} pages are busy and follow later", under.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<Void> access(UI ui, Consumer<UI> work) {
        try {
            return ui.access(() -> work.accept(ui));
        } catch (UIDetachedException e) {
            open.remove(ui);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** How many tabs are on pages below an address. */
    public long visitors(String place) {
        return open.stream().filter(ui -> at(ui, place)).count();
    }

    public static boolean at(UI ui, String place) {
        Location location = location(ui);
        String path = location == null ? "" : location.getPath();
        return path.equals(place) || path.startsWith(place + "/") || path.equals("offline/" + place);
    }

    /** Whether something is being filled in above the page. */
    public static boolean inDialog(UI ui) {
        return !dialogs(ui).isEmpty();
    }

    /** Enters the page at the tab's address anew: guards decide again what is shown there. */
    public static void revisit(UI ui) {
        closeDialogs(ui);
        ui.refreshCurrentRoute(false);
    }

    /** The address shown, which stays the wanted one also while another page stands in for it. */
    public static Location location(UI ui) {
        return ui.getInternals().getActiveViewLocation();
    }

    private static void closeDialogs(UI ui) {
        dialogs(ui).forEach(c -> c.getElement().removeFromParent());
    }

    private static List<Component> dialogs(UI ui) {
        return ui.getChildren()
                .filter(c -> c instanceof Dialog || c instanceof ConfirmDialog)
                .toList();
    }
}
