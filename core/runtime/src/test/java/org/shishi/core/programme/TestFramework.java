package org.shishi.core.programme;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A real framework in this process; bundles see the api and the JPA provider of the class path. */
public final class TestFramework implements AutoCloseable {

    private static final String API = Stream.of(
                    "audit",
                    "deadline",
                    "file",
                    "form",
                    "identity",
                    "job",
                    "money",
                    "notice",
                    "organisation",
                    "people",
                    "persistence",
                    "platform",
                    "programme",
                    "record",
                    "report",
                    "rule",
                    "text",
                    "time",
                    "workflow")
            .map(name -> "org.shishi.api." + name + ";version=1.0.0")
            .collect(Collectors.joining(","));
    private static final String OTHERS = ",jakarta.persistence;version=3.2.0"
            + ",org.eclipse.persistence.descriptors.changetracking,org.eclipse.persistence.indirection"
            + ",org.eclipse.persistence.internal.descriptors,org.eclipse.persistence.internal.identitymaps"
            + ",org.eclipse.persistence.internal.weaving,org.eclipse.persistence.queries"
            + ",org.eclipse.persistence.sessions,org.slf4j;version=2.0.17";

    private final Framework framework;

    private TestFramework(Framework framework) {
        this.framework = framework;
    }

    public static TestFramework in(Path folder) {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        API + OTHERS));
        try {
            framework.start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
        return new TestFramework(framework);
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public Bundle install(GuestJar jar) {
        try {
            return context().installBundle("test:" + System.nanoTime(), jar.stream());
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(30_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
