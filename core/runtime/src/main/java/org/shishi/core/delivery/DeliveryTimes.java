package org.shishi.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.shishi.core.platform.NumberList;
import org.shishi.core.time.ShanghaiClock;

/** When letters go out (§13.9, D-16). Operators change it; the launcher has checked what they set. */
@Component(service = DeliveryTimes.class)
public final class DeliveryTimes {

    /** Times of day in Asia/Shanghai. */
    public @interface Settings {
        /** Text messages rest from here … */
        String quietFrom() default "21:00";

        /** … until here. */
        String quietUntil() default "08:00";

        String digestAt() default "08:30";

        /** Minutes to wait after the first, second … failed try; after the last one it is given up. */
        int[] retryMinutes() default {1, 5, 30};
    }

    private final LocalTime quietFrom;
    private final LocalTime quietUntil;
    private final LocalTime digestAt;
    private final List<Duration> retries;

    @Activate
    public DeliveryTimes(BundleContext context, Settings defaults) {
        this(context::getProperty, defaults);
    }

    /** Where nothing is set. */
    public DeliveryTimes(Settings defaults) {
        this(key -> null, defaults);
    }

    DeliveryTimes(UnaryOperator<String> property, Settings defaults) {
        String quiet = set(property.apply("shishi.quiet.hours"), defaults.quietFrom() + "-" + defaults.quietUntil());
        // None: from midnight to midnight is no time at all.
        String[] ends = (quiet.isEmpty() ? "00:00-00:00" : quiet).split("-");
        quietFrom = LocalTime.parse(ends[0]);
        quietUntil = LocalTime.parse(ends[1]);
        digestAt = LocalTime.parse(set(property.apply("shishi.digest.at"), defaults.digestAt()));
        retries = NumberList.of(property.apply("shishi.retry.minutes"), defaults.retryMinutes()).stream()
                .map(Duration::ofMinutes)
                .toList();
    }

    private static String set(String set, String otherwise) {
        return set == null ? otherwise : set;
    }

    /** Whether text messages rest now; over midnight when the end is earlier in the day than the beginning. */
    boolean quiet(Instant now) {
        LocalTime time = now.atZone(ShanghaiClock.ZONE).toLocalTime();
        boolean begun = !time.isBefore(quietFrom);
        boolean over = !time.isBefore(quietUntil);
        return quietFrom.isAfter(quietUntil) ? begun || !over : begun && !over;
    }

    /** The next time at which a day's notices go out as one letter. */
    public Instant nextDigest(Instant now) {
        ZonedDateTime today = now.atZone(ShanghaiClock.ZONE).with(digestAt);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** @return empty: given up */
    Optional<Instant> retry(int failedAttempts, Instant now) {
        return failedAttempts > retries.size()
                ? Optional.empty()
                : Optional.of(now.plus(retries.get(failedAttempts - 1)));
    }
}
