package org.shishi.itest.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.shishi.testbed.container.BundleFile;
import org.shishi.testbed.product.Product;

/** The product with demonstration data, in the autumn of 2024 by its clock. */
public class AutumnDemo extends Product.Demo {

    private final Path clock;

    public AutumnDemo() {
        try {
            clock = Files.createTempFile("clock", ".jar");
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.shishi.itest.clock");
        main.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        main.putValue(Constants.BUNDLE_ACTIVATOR, MovedClock.class.getName());
        main.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework");
        String entry = MovedClock.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(clock), manifest);
                InputStream bytes = MovedClock.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new ZipEntry(entry));
            bytes.transferTo(jar);
        }
    }

    @Override
    public List<BundleFile> bundles() {
        List<BundleFile> all = new ArrayList<>(super.bundles());
        all.addFirst(new BundleFile(clock, 1));
        return all;
    }

    @Override
    public void close() throws IOException {
        super.close();
        Files.deleteIfExists(clock);
    }
}
