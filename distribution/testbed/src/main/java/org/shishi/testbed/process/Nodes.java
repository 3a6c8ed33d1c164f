package org.shishi.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.testbed.database.TestDatabase;

/** Several nodes with demonstration data on one PostgreSQL, each with a home and a name of its own. */
public final class Nodes implements AutoCloseable {

    private final TestDatabase database;
    private final Map<String, String> environment;
    private final List<Path> homes = new ArrayList<>();
    private final List<ShishiProcess> processes = new ArrayList<>();

    /** @param environment of every node */
    public Nodes(TestDatabase database, Map<String, String> environment) {
        this.database = database;
        this.environment = new HashMap<>(environment);
    }

    /** One more node; it has the keys of the first one, which no database holds. */
    public ShishiProcess add() {
        try {
            Path home = Files.createTempDirectory("shishi-home");
            if (!homes.isEmpty()) {
                copy(homes.getFirst().resolve("conf/keys"), home.resolve("conf/keys"));
            }
            homes.add(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes.add(null);
        return start(homes.size() - 1);
    }

    /** Starts a node that has ended, at the home, the name and the address it had. */
    public ShishiProcess start(int node) {
        ShishiProcess before = processes.get(node);
        ShishiStart start = ShishiProcess.product()
                .demo()
                .database(database)
                .home(homes.get(node))
                .environment("SHISHI_NODE", name(node));
        if (before != null) {
            start.port(before.port());
        }
        environment.forEach(start::environment);
        processes.set(node, start.start());
        return processes.get(node);
    }

    public static String name(int node) {
        return "node-" + (node + 1);
    }

    public ShishiProcess get(int node) {
        return processes.get(node);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(ShishiProcess::close);
        for (Path home : homes) {
            try {
                Folders.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
