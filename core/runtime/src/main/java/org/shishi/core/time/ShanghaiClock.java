package org.shishi.core.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;

/** The clock of the platform: the machine's time, read as in Shanghai (K-1). Everybody gets it injected. */
@Component(service = Clock.class)
public final class ShanghaiClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock machine = Clock.system(ZONE);

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }
}
