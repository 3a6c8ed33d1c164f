package org.shishi.api.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/** What goes out by e-mail and text message, and what became of it. For administrators of the whole platform (the right PLATFORM at the city); shows no address. */
@ProviderType
public interface Outbox {

    enum State {
        /** Not yet tried, or to be tried again. */
        WAITING,
        SENT,
        /** Given up after the last retry; somebody must look. */
        FAILED
    }

    /**
     * @param noticeId with the channel: what makes it this one
     * @param recipient display name of the account
     * @param attempts tries so far
     * @param next when it is tried next; null unless waiting
     * @param sentAt null unless sent
     * @param error what the other side said last; null: nothing went wrong
     */
    record Item(
            UUID noticeId,
            DeliveryChannel channel,
            String programmeId,
            int year,
            String recipient,
            Text title,
            State state,
            int attempts,
            Instant next,
            Instant sentAt,
            String error) {}

    /**
     * Which letters are meant.
     *
     * @param channel null: each
     * @param text a part of the recipient's name, of the notice's title or of what went wrong, whatever the case; null: any
     */
    record Query(State state, DeliveryChannel channel, String text) {}

    /** What makes a letter this one. */
    record Letter(UUID noticeId, DeliveryChannel channel) {}

    /** Why a letter was not sent again. */
    enum Skip {
        /** It went out meanwhile. */
        SENT,
        /** It is being sent, or tried again, already. */
        WAITING,
        /** There is no such letter (any more): the person no longer wants to be told this way. */
        GONE
    }

    /** A letter that was not sent again. */
    record Skipped(Letter letter, Skip why) {}

    /** @param again how many are being sent again */
    record Resent(int again, List<Skipped> skipped) {
        public Resent {
            skipped = List.copyOf(skipped);
        }
    }

    /** One page in a state, newest notice first, before {@code before} (null: from the newest). */
    List<Item> list(Caller caller, State state, Item before, int limit);

    /** The same, narrowed. A text is looked for in the newest 10 000 before {@code before}. */
    List<Item> list(Caller caller, Query query, Item before, int limit);

    /** Counts no further than 10 000 each. */
    Map<State, Integer> counts(Caller caller);

    /** Sends one again at once, from the first try on; audited. */
    void resend(Caller caller, UUID noticeId, DeliveryChannel channel);

    /** Sends those again that failed, from the first try on; what did not fail is skipped. Each is audited. At most 1 000 at once. */
    Resent resend(Caller caller, Collection<Letter> letters);

    /** The same for all that failed and are meant, however many; the query's state does not count. @return how many */
    int resendFailed(Caller caller, Query query);

    /** The same for all that failed. @return how many */
    int resendFailed(Caller caller);
}
