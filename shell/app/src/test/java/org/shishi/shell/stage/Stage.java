package org.shishi.shell.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A real framework with the real shell in it; the core is played by {@code org.shishi.shell.fake}. */
public final class Stage implements AutoCloseable {

    /** What of the test's class path is a bundle of the product; the shell itself comes from its output folder. */
    private static final List<String> BUNDLES = List.of(
            "org.osgi.util.function-",
            "org.osgi.util.promise-",
            "org.osgi.service.component-1",
            "org.apache.felix.configadmin-",
            "org.apache.felix.scr-",
            "org.apache.felix.http.servlet-api-",
            "jakarta.persistence-api-",
            "commons-io-",
            "commons-fileupload-",
            "jakarta.websocket-client-api-",
            "jakarta.websocket-api-",
            "jetty-ee10-websocket-servlet-",
            "jetty-alpn-client-",
            "jetty-client-",
            "org.apache.felix.http.jetty12-",
            "jackson-annotations-",
            "jackson-core-",
            "jackson-databind-",
            "jsoup-",
            "jspecify-",
            "shishi-vaadin-",
            "shishi-api-",
            "shishi-kit-");

    private final Framework framework;
    private final Path work;

    private Stage(Framework framework, Path work) {
        this.framework = framework;
        this.work = work;
    }

    /** @param settings more framework properties */
    public static Stage open(int port, Map<String, String> settings) throws Exception {
        Path work = Files.createTempDirectory("shishi-stage-");
        Map<String, String> all = new HashMap<>();
        all.put(Constants.FRAMEWORK_STORAGE, work.resolve("cache").toString());
        all.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        all.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,org.slf4j.helpers;version=2.0.17,"
                        + "org.slf4j.spi;version=2.0.17");
        all.put("org.apache.felix.http.host", "127.0.0.1");
        all.put("org.osgi.service.http.port", Integer.toString(port));
        all.put("org.apache.felix.jakarta.websocket.enable", "true");
        all.put("org.apache.felix.jetty.gziphandler.enable", "true");
        all.put("org.eclipse.jetty.servlet.SessionIdPathParameterName", "none");
        all.putAll(settings);
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(all);
        framework.init();
        Stage stage = new Stage(framework, work);
        stage.start();
        return stage;
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    private void start() throws Exception {
        List<Bundle> bundles = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path file = Path.of(part);
            if (BUNDLES.stream().anyMatch(name -> file.getFileName().toString().startsWith(name))) {
                bundles.add(install(file));
            }
        }
        bundles.add(install(Jars.ofFolder(work.resolve("shell.jar"), Path.of("target/classes"))));
        bundles.add(install(FakeJars.core(work)));
        framework.start();
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    public Bundle install(Path jar) throws BundleException {
        return context().installBundle(jar.toUri().toString());
    }

    /** A programme of its own class loader, with a page of its own. */
    public Bundle programme(String version) throws Exception {
        Bundle programme = install(FakeJars.programme(work, version));
        programme.start();
        return programme;
    }

    public Path work() {
        return work;
    }

    @Override
    public void close() throws IOException, BundleException {
        framework.stop();
        try {
            framework.waitForStop(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                delete(file);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** For looking at the pages by hand: {@code Stage 18300}. */
    public static void main(String[] args) throws Exception {
        int port = args.length == 0 ? 18300 : Integer.parseInt(args[0]);
        Stage stage = open(port, Map.of());
        stage.programme("2024.1.0");
        stage.programme("2025.1.0");
        System.out.println("http://127.0.0.1:" + port + "/ " + stage.work());
        stage.framework.waitForStop(0);
    }
}
