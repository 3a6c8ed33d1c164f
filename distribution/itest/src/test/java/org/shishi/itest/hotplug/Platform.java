package org.shishi.itest.hotplug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.platform.SignIn;

/** The platform as a test sees it that runs as a bundle inside. */
public final class Platform {

    /** Sees every programme. */
    static final String EVERYWHERE = "demo-city-officer";

    private static final String PASSWORD = "shishi-demo";

    private final BundleContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    public Platform(BundleContext context) {
        this.context = context;
        await("ready", () -> get("/health/ready").statusCode() == 200);
    }

    BundleContext context() {
        return context;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + context.getProperty("org.osgi.service.http.port"));
    }

    Path home() {
        return Path.of(context.getProperty("shishi.home"));
    }

    Path dropped(String name) {
        return home().resolve("plugins.d").resolve(name);
    }

    /** Programmes that came with the product would be in the way of those under test. */
    void emptyDropFolder() {
        try (Stream<Path> files = Files.list(home().resolve("plugins.d"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("no programme", () -> references("(programme.id=*)").isEmpty());
    }

    void remove(String file) {
        try {
            Files.delete(dropped(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    Caller caller() {
        return caller(EVERYWHERE);
    }

    Caller caller(String account) {
        return service(SignIn.class).signIn(account, PASSWORD, "127.0.0.1");
    }

    String token() {
        return service(SignIn.class).issueToken(caller()).token();
    }

    Optional<ProgrammeStatus> status(String id, int year) {
        return service(ProgrammeAdmin.class).programmes().stream()
                .filter(status -> id.equals(status.id()) && status.year() == year)
                .findFirst();
    }

    void awaitRunning(ProgrammeJar jar) {
        await(jar + " in " + service(ProgrammeAdmin.class).programmes(), () -> status(jar.id(), jar.year())
                .filter(status -> status.state() == ProgrammeStatus.State.RUNNING
                        && jar.version().equals(status.version())
                        && status.reason() == null)
                .isPresent());
    }

    void awaitGone(ProgrammeJar jar) {
        await(jar + " gone", () -> bundle(jar).isEmpty() && live(jar).isEmpty());
    }

    Optional<Bundle> bundle(ProgrammeJar jar) {
        return Stream.of(context.getBundles())
                .filter(bundle -> jar.id().equals(bundle.getHeaders("").get("Shishi-Programme"))
                        && bundle.getVersion().getMajor() == jar.year())
                .findFirst();
    }

    Optional<ServiceReference<LiveProgramme>> live(ProgrammeJar jar) {
        return references("(&(programme.id=" + jar.id() + ")(programme.year=" + jar.year() + "))").stream()
                .findFirst();
    }

    LiveProgramme programme(ProgrammeJar jar) {
        return context.getService(live(jar).orElseThrow());
    }

    private List<ServiceReference<LiveProgramme>> references(String filter) {
        try {
            return List.copyOf(context.getServiceReferences(LiveProgramme.class, filter));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The addresses of a programme that can be read without knowing anything in it. */
    List<String> lists(ProgrammeJar jar) {
        List<String> paths = new ArrayList<>();
        programme(jar).descriptor().records().stream()
                .filter(type -> type.partOf().isEmpty())
                .forEach(type -> paths.add("/api/v1/" + jar.year() + "/" + jar.id() + "/" + type.id() + "?limit=5"));
        return paths;
    }

    /** Ids of the first records of every kind, as REST gives them. */
    List<String> ids(List<String> lists, String token) {
        Pattern id = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
        List<String> ids = new ArrayList<>();
        for (String list : lists) {
            Matcher found = id.matcher(get(list, token).body());
            while (found.find()) {
                ids.add(found.group(1));
            }
        }
        return ids;
    }

    HttpResponse<String> get(String path) {
        return get(path, null);
    }

    HttpResponse<String> get(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base().resolve(path)).timeout(Duration.ofMinutes(4));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
