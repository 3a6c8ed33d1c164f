package org.shishi.itest.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * The clock of a platform under test: it began at {@link #BEGAN}, runs as fast as the machine's, and can be put forward by
 * whole days. Activator of its own bundle, so that it is there before anybody asks for a clock.
 */
public final class MovedClock extends Clock implements BundleActivator {

    public static final Instant BEGAN = Instant.parse("2024-09-20T02:00:00Z");

    private static final String DAYS = "shishi.itest.clock.days";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final long nanos;
    private final ZoneId zone;

    public MovedClock() {
        this(System.nanoTime(), SHANGHAI);
    }

    private MovedClock(long nanos, ZoneId zone) {
        this.nanos = nanos;
        this.zone = zone;
    }

    /** Puts every such clock of this JVM forward: whole days since it began. */
    public static void days(int days) {
        System.setProperty(DAYS, Integer.toString(days));
    }

    @Override
    public void start(BundleContext context) {
        days(0);
        Dictionary<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 1000);
        context.registerService(Clock.class, this, first);
    }

    @Override
    public void stop(BundleContext context) {
        System.clearProperty(DAYS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(nanos, other);
    }

    @Override
    public Instant instant() {
        return BEGAN.plusNanos(System.nanoTime() - nanos).plus(Duration.ofDays(Integer.getInteger(DAYS, 0)));
    }
}
