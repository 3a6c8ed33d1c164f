package org.shishi.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: core, database, scheduler and shell are up; a broken
 * programme or a wrong clock shows as degraded but does not make the platform unready; what stands where, and why, is told
 * to this machine only. {@code /health/programmes}: for the command line, to this machine only, too. Registered even while parts of the platform are missing: that is when it is
 * asked.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("shishi-health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<ProgrammeStatus.State> BROKEN =
            Set.of(ProgrammeStatus.State.FAILED, ProgrammeStatus.State.REFUSED);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile ProgrammeAdmin admin;

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (path) {
            case "/live" -> send(response, 200, Map.of("status", "UP"));
            case "/ready" -> ready(response, here(request.getRemoteAddr()));
            case "/programmes" -> {
                if (here(request.getRemoteAddr())) {
                    send(
                            response,
                            200,
                            programmes().stream().map(HealthServlet::line).toList());
                } else {
                    send(response, 404, Map.of("status", 404));
                }
            }
            default -> send(response, 404, Map.of("status", 404));
        }
    }

    /** Whoever asks an address of this machine from this machine comes from that address, not from the loopback. */
    private static boolean here(String address) throws IOException {
        InetAddress from = InetAddress.getByName(address);
        return from.isLoopbackAddress() || NetworkInterface.getByInetAddress(from) != null;
    }

    private void ready(HttpServletResponse response, boolean told) throws IOException {
        Map<String, Map<String, Object>> components = readiness.components();
        boolean up = !Readiness.any(components, "DOWN");
        boolean degraded = programmes().stream().anyMatch(p -> BROKEN.contains(p.state()))
                || Readiness.any(components, "DEGRADED");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? degraded ? "DEGRADED" : "UP" : "DOWN");
        if (told) {
            body.put("components", components);
            body.put(
                    "programmes", programmes().stream().map(HealthServlet::line).toList());
        }
        send(response, up ? 200 : 503, body);
    }

    private List<ProgrammeStatus> programmes() {
        ProgrammeAdmin known = admin;
        return known == null ? List.of() : known.programmes();
    }

    private static Map<String, Object> line(ProgrammeStatus status) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", status.id());
        plain.put("year", status.year());
        plain.put("version", status.version());
        plain.put("state", status.state().name());
        plain.put("file", status.file());
        plain.put("reason", status.reason() == null ? null : status.reason().zh());
        return plain;
    }

    private static void send(HttpServletResponse response, int status, Object plain) throws IOException {
        response.setStatus(status);
        response.setContentType(Reply.JSON);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        Json.write(plain, response.getOutputStream());
    }
}
