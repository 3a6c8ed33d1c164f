package org.shishi.shell.servlet;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vaadin sessions by the container's session id. A websocket sees Jetty's raw session, the servlet Felix' wrapped one
 * with another id and prefixed attributes: without this the push connection would find no session and say it expired.
 */
final class SessionIndex {

    /** What Felix appends to the id for the default servlet context. */
    private static final String FELIX_SUFFIX = "-default";

    private final Map<String, VaadinSession> byId = new ConcurrentHashMap<>();

    /** A session has one id at a time; sign-in gives it a new one. */
    void put(WrappedSession http, VaadinSession session) {
        String id = id(http);
        byId.entrySet().removeIf(e -> e.getValue() == session && !e.getKey().equals(id));
        byId.put(id, session);
    }

    VaadinSession find(WrappedSession http) {
        return byId.get(id(http));
    }

    void remove(VaadinSession session) {
        byId.values().removeIf(known -> known == session);
    }

    int size() {
        return byId.size();
    }

    private static String id(WrappedSession http) {
        String id = http.getId();
        return id.endsWith(FELIX_SUFFIX) ? id.substring(0, id.length() - FELIX_SUFFIX.length()) : id;
    }
}
