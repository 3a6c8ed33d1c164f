package org.shishi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;

class LogServicesTest {

    private final ch.qos.logback.classic.Logger target =
            (ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("some.bundle");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final LogService service = LogServices.create();

    @BeforeEach
    void listen() {
        lines.start();
        target.addAppender(lines);
        target.setAdditive(false);
        target.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        target.detachAppender(lines);
    }

    @Test
    void everyFormOfALineArrives() {
        Exception cause = new Exception("why");
        Logger logger = service.getLogger("some.bundle");
        logger.info("plain {}");
        logger.warn("one {}", 1);
        logger.error("two {} {}", 1, 2);
        logger.error("three {} {} {}", 1, 2, 3);
        logger.error("failed {}", "it", cause);
        logger.audit("kept");
        assertEquals(
                List.of(
                        "INFO plain {}",
                        "WARN one 1",
                        "ERROR two 1 2",
                        "ERROR three 1 2 3",
                        "ERROR failed it",
                        "INFO kept"),
                lines.list.stream()
                        .map(e -> e.getLevel() + " " + e.getFormattedMessage())
                        .toList());
        assertSame(cause, ((ThrowableProxy) lines.list.get(4).getThrowableProxy()).getThrowable());
    }

    @Test
    void levelsAreThoseOfTheTarget() {
        Logger logger = service.getLogger("some.bundle");
        assertTrue(logger.isInfoEnabled());
        assertFalse(logger.isDebugEnabled());
        logger.debug("unseen");
        logger.debug(l -> l.error("not even asked"));
        assertEquals(List.of(), lines.list);
        logger.info(l -> l.info("asked"));
        assertEquals("asked", lines.list.getFirst().getFormattedMessage());
        assertEquals("some.bundle", logger.getName());
    }

    @Test
    void whatACallerThrowsComesBackAsItIs() {
        Logger logger = service.getLogger("some.bundle");
        assertThrows(
                IllegalStateException.class,
                () -> logger.error(l -> {
                    throw new IllegalStateException();
                }));
    }

    @Test
    void theFormattingKindFormats() {
        FormatterLogger logger = service.getLogger("some.bundle", FormatterLogger.class);
        logger.info("%03d", 7);
        assertEquals("007", lines.list.getFirst().getFormattedMessage());
    }
}
