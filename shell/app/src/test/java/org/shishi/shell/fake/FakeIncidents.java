package org.shishi.shell.fake;

import java.util.concurrent.atomic.AtomicInteger;
import org.shishi.api.platform.Incidents;
import org.slf4j.LoggerFactory;

/** Counts from one. */
public final class FakeIncidents implements Incidents {

    private final AtomicInteger last = new AtomicInteger();

    @Override
    public String report(String where, Throwable fault) {
        String number = "I-20260921-%04d".formatted(last.incrementAndGet());
        LoggerFactory.getLogger(FakeIncidents.class).error("{} {}", number, where, fault);
        return number;
    }
}
