package org.shishi.testbed.container;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.osgi.framework.BundleContext;

/** The bundle that brings test classes into the container, and the way to call into it. */
final class Probe {

    static final int START_LEVEL = org.ops4j.pax.exam.Constants.START_LEVEL_TEST_BUNDLE;

    private final String name;
    private final String signature = UUID.randomUUID().toString();

    Probe(int number) {
        this.name = "shishi-probe-" + number;
    }

    String name() {
        return name;
    }

    /** Packs a folder of classes, or the content of a jar, as this probe. */
    void write(Path classes, Path jar) throws IOException {
        if (Files.isDirectory(classes)) {
            pack(classes, jar);
        } else {
            try (FileSystem content = FileSystems.newFileSystem(classes)) {
                pack(content.getPath("/"), jar);
            }
        }
    }

    private void pack(Path root, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            for (Path file : files) {
                String entry = root.relativize(file).toString().replace('\\', '/');
                if (!entry.equals("META-INF/MANIFEST.MF")) {
                    out.putNextEntry(new ZipEntry(entry));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", ProbeActivator.class.getName());
        main.putValue("DynamicImport-Package", "*");
        main.putValue(ProbeActivator.SIGNATURE, signature);
        return manifest;
    }

    /** Calls into the container by Pax Exam's own way in; what the action throws comes out here. */
    void call(TestContainer container, Consumer<BundleContext> action) {
        container.call(new Address(signature, new Object[] {action}));
    }

    private record Address(String identifier, Object[] arguments) implements TestAddress {

        @Override
        public String caption() {
            return identifier;
        }

        @Override
        public TestAddress root() {
            return this;
        }
    }
}
