package org.shishi.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.shishi.testbed.database.TestDatabase;

/** How a product process is to be started; {@link ShishiProcess#product()} makes one. */
public final class ShishiStart {

    private static final String DEMO_PASSWORD = "shishi-demo";
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEYS");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> environment = new HashMap<>();
    private Path product;
    private Path home;
    private int port;
    private boolean demo;
    private Duration patience = Duration.ofSeconds(120);

    ShishiStart() {}

    /** With demonstration data. */
    public ShishiStart demo() {
        demo = true;
        return this;
    }

    /** In a home folder that is kept; without this, in a temporary one that is deleted when the process is closed. */
    public ShishiStart home(Path folder) {
        home = folder;
        return this;
    }

    /** At a port of one's own; without this, at a free one. */
    public ShishiStart port(int number) {
        port = number;
        return this;
    }

    /** On another database than the embedded one. */
    public ShishiStart database(TestDatabase database) {
        return environment("SHISHI_DB_URL", database.url())
                .environment("SHISHI_DB_USER", database.user())
                .environment("SHISHI_DB_PASSWORD", database.password());
    }

    public ShishiStart environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Another product than the one just assembled, such as an older release. */
    public ShishiStart product(Path folder) {
        product = folder;
        return this;
    }

    /** How long {@link #start} waits until it is ready; 120 seconds without this. */
    public ShishiStart patience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Starts it and waits until it says that it is ready. If it does not, the end of its log is in the failure. */
    public ShishiProcess start() {
        ShishiProcess process = launch();
        process.awaitReady(patience);
        return process;
    }

    /** Starts it without waiting for anything. */
    public ShishiProcess launch() {
        Path root = product == null ? ProductFolder.locate() : product;
        List<String> command =
                new ArrayList<>(List.of(root.resolve("bin/shishi").toString(), "run"));
        if (demo) {
            command.add("--demo");
        }
        try {
            boolean ownHome = home == null;
            Path folder = ownHome ? Files.createTempDirectory("shishi-home") : home;
            int number = port == 0 ? freePort() : port;
            Path console = consoleFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(console.toFile());
            // What the person who runs the tests has set for an own Shishi must not reach this one.
            builder.environment().keySet().removeIf(variable -> variable.startsWith("SHISHI_"));
            builder.environment().put("SHISHI_JAVA", System.getProperty("java.home"));
            builder.environment().put("SHISHI_HOME", folder.toString());
            builder.environment().put("SHISHI_HTTP_PORT", Integer.toString(number));
            builder.environment().putAll(environment);
            return new ShishiProcess(builder.start(), number, folder, ownHome, console, secrets());
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + command, e);
        }
    }

    /** What it is told and must tell nobody. */
    private Secrets secrets() {
        List<String> known = new ArrayList<>(List.of(DEMO_PASSWORD));
        environment.forEach((variable, value) -> {
            if (SECRET.matcher(variable).find()) {
                known.add(value);
            }
        });
        return new Secrets(known);
    }

    private static Path consoleFile() throws IOException {
        Path folder = Files.createDirectories(ProductFolder.module().resolve("target/shishi-processes"));
        return folder.resolve(ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
