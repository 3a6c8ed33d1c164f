package org.shishi.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.SignIn;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.rule.RefusedException;

/** The REST door: finds the address, asks who calls, and turns what goes wrong into a problem of one shape. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("shishi-rest")
@HttpWhiteboardServletPattern("/api/v1/*")
@HttpWhiteboardServletMultipart(maxFileSize = 200L * 1024 * 1024, fileSizeThreshold = 1024 * 1024)
public final class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private transient volatile List<Resource> resources = List.of();

    private final transient SignIn signIn;
    private final transient Incidents incidents;
    private final transient CoreTexts texts;
    private final transient Live live;
    private final transient Gatekeeper gatekeeper;
    private final transient TurnedAway turnedAway;

    @Activate
    public RestServlet(
            @Reference SignIn signIn,
            @Reference Incidents incidents,
            @Reference CoreTexts texts,
            @Reference Live live,
            @Reference Gatekeeper gatekeeper,
            @Reference Audit audit) {
        this.signIn = signIn;
        this.incidents = incidents;
        this.texts = texts;
        this.live = live;
        this.gatekeeper = gatekeeper;
        this.turnedAway = new TurnedAway(audit, live);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> path = words(request.getPathInfo());
        try {
            send(dispatch(request, path), response);
        } catch (RuntimeException e) {
            turnedAway.note(request, path, e);
            // A file is made while it is written, and may be refused only then.
            if (response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            response.setHeader("Content-Disposition", null);
            send(problem(request, path, e), response);
        }
    }

    private Reply problem(HttpServletRequest request, List<String> path, RuntimeException fault) {
        return switch (fault) {
            case RefusedException e -> Problems.refused(e.violations(), texts, owner(path));
            case ProgrammeOfflineException e ->
                Problems.of(503, "Programme offline", "项目正在更换或已停用，数据安全，请稍后再试").with("Retry-After", "2");
            case Exchange.UnsupportedType e ->
                Problems.of(415, "Unsupported media type", "这个地址只接受 application/json，不接受 " + e.getMessage());
            case Exchange.TooLarge e -> Problems.of(413, "Content too large", "请求内容不得超过 " + e.getMessage() + " 字节");
            case Json.BadRequest e -> Problems.of(400, "Bad request", e.getMessage());
            default -> {
                String number = incidents.report("REST " + request.getMethod() + " " + request.getPathInfo(), fault);
                yield Problems.of(500, "Internal error", "系统出错，事件编号 " + number);
            }
        };
    }

    private Reply dispatch(HttpServletRequest request, List<String> path) {
        Caller caller = caller(request).orElse(null);
        request.setAttribute(TurnedAway.WHO, caller);
        Optional<Reply> stop = gatekeeper.stop(request, caller);
        return stop.isPresent() ? stop.get() : dispatch(request, path, caller);
    }

    private Reply dispatch(HttpServletRequest request, List<String> path, Caller caller) {
        Set<String> methods = new HashSet<>();
        for (Route route : routes()) {
            Optional<Map<String, String>> values = route.match(path);
            if (values.isEmpty()) {
                continue;
            }
            if (!route.method().equals(method(request))) {
                methods.add(route.method());
                continue;
            }
            if (caller == null && !route.open()) {
                return Problems.of(401, "Unauthorized", "缺少令牌，或令牌无效、已过期").with("WWW-Authenticate", "Bearer");
            }
            return route.handler().handle(new Exchange(request, values.get(), caller));
        }
        return methods.isEmpty()
                ? Problems.of(404, "Not found", "没有这个地址")
                : Problems.of(405, "Method not allowed", "这个地址不支持 " + request.getMethod())
                        .with("Allow", String.join(", ", methods));
    }

    /** HEAD is GET whose body the server keeps back. */
    private static String method(HttpServletRequest request) {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    /** All addresses, those with fixed words before those with placeholders. */
    private List<Route> routes() {
        return resources.stream()
                .flatMap(resource -> resource.routes().stream())
                .sorted(Comparator.comparingLong(Route::placeholders))
                .toList();
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? signIn.byToken(header.substring(BEARER.length()).strip(), request.getRemoteAddr())
                : Optional.empty();
    }

    /** Texts of the programme that the path names, for its own codes; null when there is none. */
    private org.shishi.api.text.Texts owner(List<String> path) {
        return live.all().stream()
                .filter(p -> path.size() > 1
                        && path.get(0).equals(Integer.toString(p.context().year()))
                        && path.get(1).equals(p.descriptor().id()))
                .map(p -> p.context().texts())
                .findFirst()
                .orElse(null);
    }

    private static List<String> words(String pathInfo) {
        return pathInfo == null
                ? List.of()
                : Arrays.stream(pathInfo.split("/"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    static void send(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(response::setHeader);
        if (reply.type() != null) {
            response.setContentType(reply.type());
            if (reply.type().endsWith("json") || reply.type().startsWith("text/")) {
                response.setCharacterEncoding("UTF-8");
            }
            reply.body().write(response.getOutputStream());
        }
    }
}
