package org.shishi.testbed.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.shishi.launcher.Embedded;
import org.shishi.testbed.container.BundleFile;
import org.shishi.testbed.container.BundleSet;
import org.shishi.testbed.database.DatabaseKind;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Folders;
import org.shishi.testbed.process.ProductFolder;

/**
 * The assembled product as a bundle set: its bundles, its framework properties, a home of its own, a free port. The
 * home is the framework property {@code shishi.home}, the port {@code shishi.http.port}.
 *
 * <p>This class: embedded database, no demonstration data. The others differ as their names say.
 */
public class Product implements BundleSet {

    /** What Pax Exam decides by itself. */
    private static final List<String> NOT_OURS = List.of(
            Constants.FRAMEWORK_STORAGE,
            Constants.FRAMEWORK_STORAGE_CLEAN,
            Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA);

    private final Path home;
    private final TestDatabase database;
    private final Embedded embedded;

    public Product() {
        this(false, DatabaseKind.H2);
    }

    private Product(boolean demo, DatabaseKind kind) {
        try {
            home = Files.createTempDirectory("shishi-home");
            Map<String, String> environment = new HashMap<>();
            environment.put("SHISHI_HOME", home.toString());
            environment.put("SHISHI_HTTP_PORT", Integer.toString(freePort()));
            database = kind == DatabaseKind.H2 ? null : TestDatabase.create(kind);
            if (database != null) {
                environment.put("SHISHI_DB_URL", database.url());
                environment.put("SHISHI_DB_USER", database.user());
                environment.put("SHISHI_DB_PASSWORD", database.password());
            }
            embedded = Embedded.prepare(ProductFolder.locate(), environment, demo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
    }

    @Override
    public List<BundleFile> bundles() {
        List<BundleFile> bundles = new ArrayList<>();
        embedded.bundles().forEach((level, jars) -> jars.forEach(jar -> bundles.add(new BundleFile(jar, level))));
        return bundles;
    }

    @Override
    public Map<String, String> frameworkProperties() {
        Map<String, String> properties = new HashMap<>(embedded.settings());
        properties.keySet().removeAll(NOT_OURS);
        return properties;
    }

    @Override
    public List<String> systemPackages() {
        return List.of(embedded.settings()
                .get(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA)
                .split(","));
    }

    @Override
    public void started(BundleContext context) {
        embedded.offerServices(context);
    }

    @Override
    public void close() throws IOException {
        Folders.delete(home);
        if (database != null) {
            try {
                database.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static final class OnPostgres extends Product {
        public OnPostgres() {
            super(false, DatabaseKind.POSTGRESQL);
        }
    }

    public static class Demo extends Product {
        public Demo() {
            super(true, DatabaseKind.H2);
        }
    }

    public static final class DemoOnPostgres extends Product {
        public DemoOnPostgres() {
            super(true, DatabaseKind.POSTGRESQL);
        }
    }
}
