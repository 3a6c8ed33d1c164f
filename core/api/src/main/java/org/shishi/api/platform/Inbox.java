package org.shishi.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/** A person's in-app notices. */
@ProviderType
public interface Inbox {

    /** @param link path inside the platform; null: none */
    record Message(UUID id, String programmeId, Text title, Text body, String link, Instant at, boolean read) {}

    /** Newest first, before {@code beforeId} (null: from the newest). */
    List<Message> list(Caller caller, boolean unreadOnly, UUID beforeId, int limit);

    int unread(Caller caller);

    void markRead(Caller caller, UUID id);

    void markAllRead(Caller caller);
}
