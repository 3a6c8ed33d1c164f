package org.shishi.core.programme;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.text.Text;

/** A programme's bundle in the house: how far it has come, and who waits for it. Thread-safe. */
final class Place {

    /** How far a bundle has come. */
    enum Stage {
        /** Its bundle starts; nothing has been heard of the programme. */
        EXPECTED,
        OPENING,
        /** Published; demonstration data is being written, where there is to be some. */
        OPEN,
        RUNNING,
        FAILED,
        /** Another bundle of the same programme and year is in its way. */
        REFUSED,
        CLOSED
    }

    /** Stage and reason at one moment. */
    record Standing(Stage stage, Text reason, Instant since) {

        boolean settled() {
            return stage == Stage.RUNNING || stage == Stage.FAILED || stage == Stage.REFUSED || stage == Stage.CLOSED;
        }

        ProgrammeStatus.State state() {
            return switch (stage) {
                case EXPECTED, OPENING, OPEN -> ProgrammeStatus.State.STARTING;
                case RUNNING -> ProgrammeStatus.State.RUNNING;
                case FAILED -> ProgrammeStatus.State.FAILED;
                case REFUSED -> ProgrammeStatus.State.REFUSED;
                case CLOSED -> ProgrammeStatus.State.STOPPED;
            };
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bundle bundle;
    private final ProgrammeIdentity identity;
    private final Clock clock;
    private Standing standing;
    private OpenProgramme open;

    Place(Bundle bundle, ProgrammeIdentity identity, Clock clock) {
        this.bundle = bundle;
        this.identity = identity;
        this.clock = clock;
        this.standing = new Standing(Stage.EXPECTED, null, clock.instant());
    }

    Bundle bundle() {
        return bundle;
    }

    ProgrammeIdentity identity() {
        return identity;
    }

    synchronized Standing standing() {
        return standing;
    }

    /** null while it is not open. */
    synchronized OpenProgramme open() {
        return open;
    }

    synchronized void to(Stage stage, Text reason, OpenProgramme opened) {
        standing = new Standing(stage, reason, clock.instant());
        open = opened;
        notifyAll();
    }

    /** The open context, waited for. */
    ProgrammeContext awaitContext() {
        await(at -> at.stage() == Stage.OPEN || at.settled(), PATIENCE);
        OpenProgramme now = open();
        if (now == null) {
            throw new ProgrammeOfflineException(identity.id(), identity.year());
        }
        return now.context();
    }

    /** @return how it stands when the condition holds, or when the time is over */
    synchronized Standing await(Predicate<Standing> condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis();
                    left > 0 && !condition.test(standing);
                    left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return standing;
    }
}
