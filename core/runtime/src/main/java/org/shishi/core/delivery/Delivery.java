package org.shishi.core.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.core.delivery.OutboxRows.Due;
import org.shishi.core.persistence.CoreDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due over one channel, a handful at a time; on several nodes at once. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int HANDFUL = 50;
    /** How long what is taken is nobody else's. */
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** Longer than one letter takes, however slow the other side is: later than this before the end none is begun. */
    private static final Duration ONE_LETTER = Duration.ofMinutes(2);

    private final CoreDatabase database;
    private final Contacts contacts;
    private final DeliveryTimes times;
    private final Carrier carrier;
    private final Clock clock;
    private final UUID run;

    /** @param run of this node's process */
    Delivery(CoreDatabase database, Contacts contacts, DeliveryTimes times, Carrier carrier, Clock clock, UUID run) {
        this.database = database;
        this.contacts = contacts;
        this.times = times;
        this.carrier = carrier;
        this.clock = clock;
        this.run = run;
    }

    /**
     * Until nothing is due, or somebody wants to stop.
     *
     * @return how many notices went out
     */
    int sendDue(BooleanSupplier stopping) {
        if (!carrier.ready()) {
            return 0;
        }
        BooleanSupplier ending = () -> stopping.getAsBoolean() || resting();
        int sent = 0;
        while (!ending.getAsBoolean()) {
            Instant now = clock.instant();
            Instant lease = now.plus(LEASE);
            List<Due> due = database.transact(handle -> rows(handle).take(now, lease, run, HANDFUL));
            if (due.isEmpty()) {
                break;
            }
            sent += send(letters(due), lease.minus(ONE_LETTER), ending);
        }
        return sent;
    }

    /** What is not come to is put back: nobody else waits for the end of the lease, and it was no try. */
    private int send(Collection<List<Due>> letters, Instant until, BooleanSupplier ending) {
        int sent = 0;
        List<UUID> left = new ArrayList<>();
        for (List<Due> letter : letters) {
            if (ending.getAsBoolean() || clock.instant().isAfter(until)) {
                letter.forEach(one -> left.add(one.notice()));
            } else {
                sent += send(letter);
            }
        }
        if (!left.isEmpty()) {
            database.transact(handle -> {
                rows(handle).putBack(left, clock.instant());
                return null;
            });
        }
        return sent;
    }

    private boolean resting() {
        return carrier.channel() == DeliveryChannel.TEXT_MESSAGE && times.quiet(clock.instant());
    }

    /** A person's digest is one letter, every other notice one of its own. */
    private static Collection<List<Due>> letters(List<Due> due) {
        Map<Object, List<Due>> letters = new LinkedHashMap<>();
        due.forEach(one -> letters.computeIfAbsent(one.digest() ? one.account() : one.notice(), k -> new ArrayList<>())
                .add(one));
        return letters.values();
    }

    private int send(List<Due> letter) {
        List<UUID> notices = letter.stream().map(Due::notice).toList();
        Due first = letter.getFirst();
        if (first.address() == null) {
            database.transact(handle -> {
                rows(handle).drop(notices);
                return null;
            });
            return 0;
        }
        try {
            carrier.carry(envelope(letter));
        } catch (UndeliveredException e) {
            LOG.warn("Letter {} over {} did not go out: {}", first.notice(), carrier.channel(), e.getMessage());
            Instant next = times.retry(first.attempts(), clock.instant()).orElse(null);
            database.transact(handle -> {
                rows(handle).failed(notices, next, e.getMessage());
                return null;
            });
            return 0;
        }
        database.transact(handle -> {
            rows(handle).sent(notices, clock.instant());
            return null;
        });
        return notices.size();
    }

    private Envelope envelope(List<Due> letter) {
        Due first = letter.getFirst();
        String address = contacts.open(first.account(), carrier.channel(), first.address());
        String id = (letter.size() > 1 ? "digest-" : "") + first.notice();
        return new Envelope(
                id,
                address,
                first.locale(),
                letter.stream().map(due -> item(due, first.locale())).toList());
    }

    private Envelope.Item item(Due due, Locale locale) {
        boolean sms = carrier.channel() == DeliveryChannel.TEXT_MESSAGE && due.sms() != null;
        String body = sms ? due.sms().in(locale) : due.body().in(locale);
        return new Envelope.Item(due.notice(), due.title().in(locale), body, due.link());
    }

    private OutboxRows rows(Handle handle) {
        return new OutboxRows(handle, carrier.channel());
    }
}
