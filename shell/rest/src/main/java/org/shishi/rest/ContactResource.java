package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.ContactSettings;
import org.shishi.api.platform.ContactSettings.Settings;
import org.shishi.api.rule.RefusedException;

/** How the caller wants to be told, as on the profile page. */
@Component(service = Resource.class)
public final class ContactResource implements Resource {

    private static final String MINE = "/profile/contacts";

    private final ContactSettings contacts;

    @Activate
    public ContactResource(@Reference ContactSettings contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", MINE, "Where and how the caller is told of notices", this::get)
                        .described(d -> d.answers(200, "Contacts")),
                Route.of("PUT", MINE, "Change it", this::put)
                        .described(d -> d.takes("Contacts").answers(200, "Contacts")));
    }

    private Reply get(Exchange exchange) {
        return Reply.ok(plain(contacts.mine(exchange.caller())));
    }

    private Reply put(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        Settings changed = new Settings(
                text(body, "email"),
                flag(body, "byEmail"),
                flag(body, "digest"),
                text(body, "mobile"),
                flag(body, "byTextMessage"));
        return Reply.ok(plain(contacts.save(exchange.caller(), changed)));
    }

    private static String text(Map<String, Object> body, String name) {
        String text = Json.text(body, name);
        return text == null ? "" : text;
    }

    private static boolean flag(Map<String, Object> body, String name) {
        return switch (body.get(name)) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw new RefusedException("CORE-INPUT", name);
        };
    }

    private static Map<String, Object> plain(Settings settings) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("email", settings.email());
        plain.put("byEmail", settings.byEmail());
        plain.put("digest", settings.digest());
        plain.put("mobile", settings.mobile());
        plain.put("byTextMessage", settings.byTextMessage());
        return plain;
    }
}
