package org.shishi.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * The assembled product, running as a process of its own. Closing it stops it and deletes a home it was given; when
 * personal data or something secret stands in its logs, in what it printed or in its arguments, closing fails.
 */
public final class ShishiProcess implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(5);
    private static final int TAIL_LINES = 60;

    private static final Set<ShishiProcess> ALIVE = ConcurrentHashMap.newKeySet();
    private static ShishiProcess sharedDemo;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ShishiProcess::closeAll, "shishi-processes"));
    }

    private final Process process;
    private final int port;
    private final Path home;
    private final boolean ownHome;
    private final Path console;
    private final Secrets secrets;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ONE_ANSWER).build();

    ShishiProcess(Process process, int port, Path home, boolean ownHome, Path console, Secrets secrets) {
        this.process = process;
        this.port = port;
        this.home = home;
        this.ownHome = ownHome;
        this.console = console;
        this.secrets = secrets;
        ALIVE.add(this);
    }

    public static ShishiStart product() {
        return new ShishiStart();
    }

    /** A running product with demonstration data, started by the first who asks, one for the JVM, gone with it. */
    public static synchronized ShishiProcess sharedDemo() {
        if (sharedDemo == null || !sharedDemo.isAlive()) {
            sharedDemo = product().demo().start();
        }
        return sharedDemo;
    }

    /** Its address, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Its data, logs and configuration. */
    public Path home() {
        return home;
    }

    /** Where programmes are dropped. */
    public Path plugins() {
        return home.resolve("plugins.d");
    }

    /** All that it has printed. */
    public String log() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until {@code /health/ready} answers 200. */
    public void awaitReady(Duration longest) {
        try {
            Awaitility.await("ready")
                    .atMost(longest)
                    .pollInterval(Duration.ofMillis(100))
                    .failFast("it has ended", () -> !process.isAlive())
                    .until(() -> status("/health/ready") == 200);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            String how = process.isAlive()
                    ? "is not ready after " + longest.toSeconds() + " s"
                    : "has ended with exit code " + process.exitValue();
            String tail = tail();
            close();
            throw new IllegalStateException("Shishi " + how + "; the end of its log:\n" + tail, e);
        }
    }

    /** The HTTP status of a GET; 0 when nobody answers. */
    public int status(String path) {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve(path))
                .timeout(ONE_ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Waits until it ends by itself. */
    public int awaitExit(Duration longest) {
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(
                "Shishi has not ended after " + longest.toSeconds() + " s; the end of its log:\n" + tail());
    }

    /** Asks it to end, as Ctrl-C or a service manager does, and waits for that. Returns the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit(STOP);
    }

    /** Ends it without giving it time for anything, as a power failure does. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitExit(STOP);
    }

    @Override
    public void close() {
        if (!ALIVE.remove(this)) {
            return;
        }
        try {
            Traces traces = new Traces(secrets.toldBy(log())).arguments(process.pid());
            if (process.isAlive()) {
                stop();
            }
            List<String> found =
                    traces.console(log()).logs(home.resolve("logs")).found();
            if (!found.isEmpty()) {
                throw new AssertionError("Shishi gives away\n" + String.join("\n", found));
            }
        } catch (IllegalStateException e) {
            kill();
            throw e;
        } finally {
            http.close();
            deleteOwnHome();
        }
    }

    static synchronized void closeShared() {
        if (sharedDemo != null) {
            sharedDemo.close();
        }
    }

    private static void closeAll() {
        ALIVE.forEach(ShishiProcess::close);
    }

    private void deleteOwnHome() {
        if (ownHome) {
            try {
                Folders.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String tail() {
        List<String> lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
