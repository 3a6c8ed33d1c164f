package org.shishi.shell.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.OpenSessions;

/** Sessions in memory. */
public final class FakeSessions implements OpenSessions {

    private record Owned(UUID account, Session session) {}

    private final Map<UUID, Owned> all = new ConcurrentHashMap<>();

    @Override
    public UUID open(Caller caller, String agent) {
        Session session = new Session(UUID.randomUUID(), Instant.now(), Instant.now(), caller.address(), agent);
        all.put(session.id(), new Owned(caller.accountId(), session));
        return session.id();
    }

    @Override
    public boolean seen(Caller caller, UUID session) {
        return all.containsKey(session);
    }

    @Override
    public void close(UUID session) {
        all.remove(session);
    }

    @Override
    public List<Session> list(Caller caller) {
        return all.values().stream()
                .filter(owned -> owned.account.equals(caller.accountId()))
                .map(Owned::session)
                .toList();
    }

    @Override
    public void end(Caller caller, UUID session) {
        all.remove(session);
    }

    @Override
    public void endAll(Caller caller) {
        all.values().removeIf(owned -> owned.account.equals(caller.accountId()));
    }
}
