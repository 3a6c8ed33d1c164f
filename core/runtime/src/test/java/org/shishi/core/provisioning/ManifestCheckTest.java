package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestCheckTest {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String PLAIN = "Manifest-Version: 1.0\r\nBundle-Version: 2024.1.0\r\n";

    @TempDir
    Path folder;

    private boolean harmless(String name, String text) throws IOException {
        Path jar = folder.resolve("a.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return ManifestCheck.harmless(jar);
    }

    @Test
    void a_section_says_nothing_twice() throws IOException {
        assertEquals(true, harmless(MANIFEST, PLAIN + "\r\nName: a\r\nDigest: 1\r\n\r\nName: b\r\nDigest: 2\r\n"));
        assertEquals(true, harmless(MANIFEST, "Import-Package: a,\r\n b:c\r\n b:c\r\n"), "a line goes on");
        assertEquals(false, harmless(MANIFEST, PLAIN + "bundle-version: 2024.1.0\r\n"));
        assertEquals(false, harmless("meta-inf/manifest.mf", PLAIN + PLAIN), "the JDK takes it under this name, too");
        assertEquals(true, harmless("other.txt", PLAIN + PLAIN));
    }

    @Test
    void it_is_read_no_further_than_it_may_go() throws IOException {
        String start = "A: ";
        assertEquals(true, harmless(MANIFEST, start + "x".repeat((1 << 20) - start.length())));
        assertEquals(false, harmless(MANIFEST, start + "x".repeat((1 << 20) - start.length() + 1)));
    }

    @Test
    void what_is_no_jar_is_left_to_whoever_reads_all_of_it() throws IOException {
        assertEquals(true, ManifestCheck.harmless(Files.writeString(folder.resolve("b.jar"), "no jar")));
    }
}
