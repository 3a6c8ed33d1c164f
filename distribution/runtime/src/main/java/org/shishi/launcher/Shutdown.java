package org.shishi.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs when the process is to end: Ctrl-C, a signal, or because the start was refused. */
final class Shutdown implements Runnable {

    private static final Duration ALLOWED = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Platform platform;
    private final AdminSocket admin;
    private final HomeLock lock;
    private volatile boolean begun;

    Shutdown(Platform platform, AdminSocket admin, HomeLock lock) {
        this.platform = platform;
        this.admin = admin;
        this.lock = lock;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        Instant start = Instant.now();
        LOG.info("Shishi stops");
        if (platform.stop(ALLOWED)) {
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            LOG.info("Shishi has stopped in {} s", String.format(Locale.ROOT, "%.1f", seconds));
        } else {
            LOG.error("Shishi does not stop within {} s and is ended", ALLOWED.toSeconds());
        }
        try (lock) {
            admin.close();
        } catch (IOException e) {
            LOG.warn("The home folder cannot be given back", e);
        }
        // Without this, a process that was asked to stop and did so would report the signal as a failure.
        Runtime.getRuntime().halt(Exit.code());
    }
}
