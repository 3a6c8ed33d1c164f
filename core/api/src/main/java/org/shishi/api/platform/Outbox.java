package org.shishi.api.platform;

import java.time.Instant;
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

    /** One page in a state, newest notice first, before {@code before} (null: from the newest). */
    List<Item> list(Caller caller, State state, Item before, int limit);

    /** Counts no further than 10 000 each. */
    Map<State, Integer> counts(Caller caller);

    /** Sends one again at once, from the first try on; audited. */
    void resend(Caller caller, UUID noticeId, DeliveryChannel channel);

    /** The same for all that failed. @return how many */
    int resendFailed(Caller caller);
}
