package org.shishi.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.shishi.core.time.ShanghaiClock;

/** When letters go out (§13.9, D-16). Operators change it by configuration, PID {@code core.delivery}. */
@Component(service = DeliveryTimes.class, configurationPid = "core.delivery")
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
    public DeliveryTimes(Settings settings) {
        quietFrom = LocalTime.parse(settings.quietFrom());
        quietUntil = LocalTime.parse(settings.quietUntil());
        digestAt = LocalTime.parse(settings.digestAt());
        retries = Arrays.stream(settings.retryMinutes())
                .mapToObj(Duration::ofMinutes)
                .toList();
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
