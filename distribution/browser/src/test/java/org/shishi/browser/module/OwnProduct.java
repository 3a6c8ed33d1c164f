package org.shishi.browser.module;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.shishi.browser.Site;
import org.shishi.testbed.process.ShishiProcess;

/** A demonstration product of one's own, whose programmes may be exchanged without disturbing anybody. */
public final class OwnProduct implements Site {

    private static final String ENDING = ".jar";
    private static Path plugins;

    private final ShishiProcess process =
            ShishiProcess.product().demo().patience(Duration.ofMinutes(5)).start();

    public OwnProduct() {
        keep(process.plugins());
    }

    private static void keep(Path folder) {
        plugins = folder;
    }

    /** Puts the one programme there is beside itself, with another version; answers where. */
    static Path drop(String version) throws IOException {
        Path original;
        try (var files = Files.list(plugins)) {
            original = files.filter(file -> file.toString().endsWith(ENDING))
                    .findFirst()
                    .orElseThrow();
        }
        Path target = plugins.resolve("another-year" + ENDING);
        Path part = plugins.resolve("another-year.part");
        try (JarFile jar = new JarFile(original.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream file = Files.newOutputStream(part);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (!JarFile.MANIFEST_NAME.equals(entry.getName())) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        jar.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public URI baseUrl() {
        return process.baseUrl();
    }

    @Override
    public void close() {
        process.close();
    }
}
