package org.shishi.shell.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every browser tab that is open, so that a change of the platform shows in all of them. Thread-safe. */
@org.osgi.service.component.annotations.Component(service = OpenUis.class)
public final class OpenUis {

    private static final Logger LOG = LoggerFactory.getLogger(OpenUis.class);

    private final Set<UI> open = ConcurrentHashMap.newKeySet();

    public void add(UI ui) {
        open.add(ui);
        ui.addDetachListener(e -> open.remove(ui));
    }

    public List<UI> all() {
        return List.copyOf(open);
    }

    /**
     * Does something in every tab and waits for it, at most so long: a tab that is busy gets its turn later. Never call
     * this while holding a session's lock.
     */
    public void each(Consumer<UI> work, Duration patience) {
        List<Future<Void>> under = new ArrayList<>();
        for (UI ui : open) {
            try {
                under.add(ui.access(() -> work.accept(ui)));
            } catch (UIDetachedException e) {
                open.remove(ui);
            }
        }
        long end = System.nanoTime() + patience.toNanos();
        under.forEach(done -> await(done, end - System.nanoTime()));
    }

    private static void await(Future<Void> done, long nanos) {
        try {
            done.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.debug("a page is busy and follows later");
        } catch (ExecutionException e) {
            // The session's error handler has reported it.
            LOG.debug("a page could not follow", e);
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
        List<Component> overlays = ui.getChildren()
                .filter(c -> c instanceof Dialog || c instanceof ConfirmDialog)
                .toList();
        overlays.forEach(c -> c.getElement().removeFromParent());
    }
}
