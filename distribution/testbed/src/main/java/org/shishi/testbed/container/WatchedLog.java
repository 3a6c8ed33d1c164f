package org.shishi.testbed.container;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.shishi.testbed.process.Secrets;
import org.slf4j.LoggerFactory;

/**
 * What is logged while containers run is searched for personal data and keys, as the log files of a product are: it is
 * looked at line by line, for it is nowhere all together. What was found fails the run when it is closed.
 */
final class WatchedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Secrets secrets = new Secrets(List.of());
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Logger root;

    private WatchedLog(Logger root) {
        this.root = root;
    }

    static WatchedLog begin() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        WatchedLog watched = new WatchedLog(root);
        watched.setContext(root.getLoggerContext());
        watched.start();
        root.addAppender(watched);
        return watched;
    }

    @Override
    protected void append(ILoggingEvent event) {
        look(event.getLoggerName(), event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            look(event.getLoggerName(), ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    private void look(String logger, String text) {
        if (text != null) {
            secrets.in(text).forEach(hit -> found.add(logger + ": " + hit));
        }
    }

    @Override
    public void close() throws IOException {
        root.detachAppender(this);
        stop();
        if (!found.isEmpty()) {
            throw new IOException("the log of the containers told what no log may: " + found);
        }
    }
}
