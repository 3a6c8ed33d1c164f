package org.shishi.shell.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that must not hold up a page: slow figures, and changes of programmes, which would wait for the very session that
 * asked for them.
 */
@Component(service = Background.class)
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads;

    @Activate
    public Background() {
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("shell-background-", 0).factory());
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /** What comes out is handed over on the page's own thread; nothing happens when the page has gone meanwhile. */
    public <T> void run(UI ui, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        threads.submit(() -> {
            try {
                T result = work.call();
                hand(ui, () -> done.accept(result));
            } catch (Exception e) {
                hand(ui, () -> failed.accept(e));
            }
        });
    }

    private static void hand(UI ui, Runnable words) {
        try {
            ui.access(words::run);
        } catch (UIDetachedException e) {
            LOG.debug("the page that asked has gone");
        }
    }
}
