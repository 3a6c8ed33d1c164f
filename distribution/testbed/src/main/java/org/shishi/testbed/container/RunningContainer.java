package org.shishi.testbed.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.options.UrlProvisionOption;
import org.ops4j.pax.exam.spi.DefaultExamSystem;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** A Pax Exam container with the bundles of one set, and one probe bundle for each folder of test classes. */
final class RunningContainer implements AutoCloseable {

    private final BundleSet set;
    private final TestContainer container;
    private final SharedPackages shared;
    private final Map<Path, Probe> probes = new HashMap<>();

    private RunningContainer(BundleSet set, TestContainer container, SharedPackages shared) {
        this.set = set;
        this.container = container;
        this.shared = shared;
    }

    static RunningContainer start(BundleSet set) throws Exception {
        SharedPackages shared = SharedPackages.of(set);
        TestContainer container = PaxExamRuntime.createContainer(DefaultExamSystem.create(options(set, shared)));
        try {
            container.start();
            RunningContainer running = new RunningContainer(set, container, shared);
            Path own = BundleFile.locationOf(RunningContainer.class);
            running.probe(own).call(container, context -> {
                failUnlessAllActive(context);
                set.started(context);
            });
            return running;
        } catch (Exception e) {
            container.stop();
            set.close();
            throw e;
        }
    }

    private static Option[] options(BundleSet set, SharedPackages shared) {
        List<Option> options = new ArrayList<>();
        List<BundleFile> bundles = set.bundles();
        for (BundleFile bundle : bundles) {
            UrlProvisionOption option =
                    CoreOptions.bundle(bundle.jar().toUri().toString()).startLevel(bundle.startLevel());
            options.add(bundle.isFragment() ? option.noStart() : option);
        }
        int last = bundles.stream()
                .map(BundleFile::startLevel)
                .max(Comparator.naturalOrder())
                .orElse(1);
        options.add(CoreOptions.frameworkStartLevel(Math.max(last, Probe.START_LEVEL)));
        options.add(CoreOptions.cleanCaches());
        options.add(CoreOptions.systemTimeout(120_000));
        // Felix would else quietly look on the class path outside for what a bundle forgot to import.
        options.add(
                CoreOptions.frameworkProperty("felix.bootdelegation.implicit").value("false"));
        set.frameworkProperties()
                .forEach((key, value) ->
                        options.add(CoreOptions.frameworkProperty(key).value(value)));
        set.systemPackages().forEach(name -> options.add(CoreOptions.systemPackage(name)));
        shared.names().forEach(name -> options.add(CoreOptions.systemPackage(name)));
        return options.toArray(Option[]::new);
    }

    private static void failUnlessAllActive(BundleContext context) {
        String problems = BundleStates.notActive(context);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("bundles not active: " + problems);
        }
    }

    /** Runs something in the container, with the loader of the bundle that holds the given test class. */
    void inside(Class<?> testClass, Consumer<ClassLoader> action) throws IOException {
        shared.refuse(testClass);
        probe(BundleFile.locationOf(testClass))
                .call(
                        container,
                        context -> action.accept(
                                context.getBundle().adapt(BundleWiring.class).getClassLoader()));
    }

    private Probe probe(Path classes) throws IOException {
        Probe probe = probes.get(classes);
        if (probe == null) {
            probe = new Probe(probes.size());
            Path jar = Files.createTempFile("shishi-probe", ".jar");
            try {
                probe.write(classes, jar);
                try (InputStream content = Files.newInputStream(jar)) {
                    if (container.install(probe.name(), content) < 0) {
                        throw new IllegalStateException("the bundle of " + classes + " did not start");
                    }
                }
            } finally {
                Files.delete(jar);
            }
            probes.put(classes, probe);
        }
        return probe;
    }

    @Override
    public void close() throws IOException {
        try {
            container.stop();
        } finally {
            set.close();
        }
    }
}
