package org.shishi.launcher;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What Felix itself has to say goes where everybody else's lines go. */
final class FrameworkLog extends Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    protected void doLog(Bundle bundle, ServiceReference service, int level, String message, Throwable reason) {
        doLog(level, bundle == null ? message : bundle + ": " + message, reason);
    }

    @Override
    protected void doLog(int level, String message, Throwable reason) {
        Level at =
                switch (level) {
                    case LOG_ERROR -> Level.ERROR;
                    case LOG_WARNING -> Level.WARN;
                    case LOG_INFO -> Level.INFO;
                    default -> Level.DEBUG;
                };
        LOG.atLevel(at).setCause(reason).log(message);
    }
}
