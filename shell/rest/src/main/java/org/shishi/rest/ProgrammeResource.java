package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Text;

/** Which programmes there are. */
@Component(service = Resource.class)
public final class ProgrammeResource implements Resource {

    private final ProgrammeAdmin admin;

    @Activate
    public ProgrammeResource(@Reference ProgrammeAdmin admin) {
        this.admin = admin;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of("GET", "/programmes", "Programmes with year, version and state", this::list)
                .described(d -> d.answers(200, "Programmes")));
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(admin.programmes().stream()
                .filter(status -> status.id() != null)
                .map(ProgrammeResource::plain)
                .toList());
    }

    static Map<String, Object> plain(ProgrammeStatus status) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", status.id());
        plain.put("year", status.year());
        plain.put("version", status.version());
        plain.put("state", status.state().name());
        plain.put("title", text(status.title()));
        plain.put("reason", text(status.reason()));
        return plain;
    }

    static Map<String, String> text(Text text) {
        return text == null ? null : Map.of("zh", text.zh(), "en", text.en());
    }
}
