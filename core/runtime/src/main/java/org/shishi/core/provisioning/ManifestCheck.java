package org.shishi.core.provisioning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks at a jar's manifest before the JDK does: that keeps all of it in memory and logs a line for each header that is
 * there twice, so that a small file could fill the disk with log.
 */
final class ManifestCheck {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    /** Characters; a signed jar names each of its files there, some hundred characters each. */
    private static final int LONGEST = 1 << 20;

    private ManifestCheck() {}

    /** Whether every manifest in it is of a size that some guest could need, and says nothing twice in a section. */
    static boolean harmless(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                // As the JDK finds it.
                if (entry.getName().equalsIgnoreCase(MANIFEST) && !harmless(zip, entry)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            // Damaged: whoever reads all of it says so.
            return true;
        }
    }

    private static boolean harmless(ZipFile zip, ZipEntry entry) throws IOException {
        char[] text = new char[LONGEST + 1];
        int length = 0;
        try (InputStream in = zip.getInputStream(entry);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int read = reader.read(text); read > 0; read = reader.read(text, length, text.length - length)) {
                length += read;
            }
        }
        return length <= LONGEST && saysNothingTwice(new String(text, 0, length));
    }

    private static boolean saysNothingTwice(String manifest) throws IOException {
        Set<String> names = new HashSet<>();
        BufferedReader lines = new BufferedReader(new StringReader(manifest));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                names.clear();
            } else if (!line.startsWith(" ")
                    && colon > 0
                    && !names.add(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
