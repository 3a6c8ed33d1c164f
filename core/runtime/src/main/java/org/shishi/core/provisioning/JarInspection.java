package org.shishi.core.provisioning;

import static org.shishi.core.provisioning.TrustedSigners.signedByOneOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.shishi.api.text.Texts;

/** Reads a jar before anything is touched: is it whole, a programme, a guest that keeps the rules, and does it fit. */
final class JarInspection {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern UNSIGNED = Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))");
    private static final int FIRST_YEAR = 2000;

    /** Headers that would tie other bundles to the guest, or the guest to others. */
    private static final List<String> TIES = List.of("Fragment-Host", "Require-Bundle", "DynamicImport-Package");

    /** Names that lead out of the jar where somebody unpacks it. */
    private static final Pattern ODD = Pattern.compile("(^|/)\\.\\.(/|$)|^/|\\\\|^[A-Za-z]:");

    private static final long MEGABYTE = 1024L * 1024;
    /** Unpacked; a guest of the platform's libraries has no reason to come near it. */
    private static final long LARGEST = 512 * MEGABYTE;

    private static final int MOST_ENTRIES = 20_000;

    private final OfferedPackages offered;
    private final TrustedSigners signers;
    private final Texts words;

    JarInspection(OfferedPackages offered, TrustedSigners signers, Texts words) {
        this.offered = offered;
        this.signers = signers;
        this.words = words;
    }

    JarFileInfo inspect(Path file, String name) throws RefusedJar {
        Attributes headers = headers(file);
        String id = headers.getValue("Shishi-Programme");
        if (id == null || !ID.matcher(id.strip()).matches()) {
            throw new RefusedJar(words.get("plugin.not-a-programme"));
        }
        String symbolicName = symbolicName(headers, id.strip());
        Version version = version(headers);
        if (headers.getValue("Export-Package") != null) {
            throw new RefusedJar(words.get("plugin.exports"));
        }
        for (String tie : TIES) {
            if (headers.getValue(tie) != null) {
                throw new RefusedJar(words.get("plugin.tied", tie));
            }
        }
        for (ImportedPackage wanted : imports(headers)) {
            fits(wanted);
        }
        return new JarFileInfo(file, name, symbolicName, id.strip(), version, digest(file));
    }

    private List<ImportedPackage> imports(Attributes headers) throws RefusedJar {
        try {
            return ImportedPackage.parse(headers.getValue("Import-Package"));
        } catch (IllegalArgumentException e) {
            throw new RefusedJar(words.get("plugin.header", "Import-Package", e.getMessage()));
        }
    }

    private String digest(Path file) throws RefusedJar {
        try {
            return FileDigest.of(file);
        } catch (IOException e) {
            throw new RefusedJar(words.get("plugin.damaged"));
        }
    }

    /** Reads every entry: a jar that was cut off, damaged or changed shows here and not in the middle of an exchange. */
    private Attributes headers(Path file) throws RefusedJar {
        if (!ManifestCheck.harmless(file)) {
            throw new RefusedJar(words.get("plugin.manifest"));
        }
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            if (jar.size() > MOST_ENTRIES) {
                throw new RefusedJar(words.get("plugin.too-many", MOST_ENTRIES));
            }
            Set<Certificate> trusted = trusted();
            long left = LARGEST;
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (ODD.matcher(entry.getName()).find()) {
                    throw new RefusedJar(words.get("plugin.odd-entry", entry.getName()));
                }
                left -= read(jar, entry, left);
                if (!trusted.isEmpty() && toBeSigned(entry) && !signedByOneOf(trusted, entry.getCodeSigners())) {
                    throw new RefusedJar(words.get("plugin.not-signed", entry.getName()));
                }
            }
            if (jar.getManifest() == null) {
                throw new RefusedJar(words.get("plugin.not-a-programme"));
            }
            return jar.getManifest().getMainAttributes();
        } catch (IOException | RuntimeException e) {
            throw new RefusedJar(words.get("plugin.damaged"));
        }
    }

    /** The reading itself checks; what an entry says of its size is not believed. */
    private long read(JarFile jar, JarEntry entry, long atMost) throws IOException, RefusedJar {
        byte[] buffer = new byte[8192];
        long size = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > atMost) {
                    throw new RefusedJar(words.get("plugin.too-large", LARGEST / MEGABYTE));
                }
            }
        }
        return size;
    }

    private Set<Certificate> trusted() throws RefusedJar {
        try {
            return signers.certificates();
        } catch (IOException e) {
            throw new RefusedJar(words.get("plugin.signers", e.getMessage()));
        }
    }

    /** All but folders, the manifest and the signature itself; the signature covers these by other means. */
    private static boolean toBeSigned(JarEntry entry) {
        return !entry.isDirectory() && !UNSIGNED.matcher(entry.getName()).matches();
    }

    private String symbolicName(Attributes headers, String id) throws RefusedJar {
        String expected = "org.shishi.programme." + id.replace("-", "");
        String name = headers.getValue("Bundle-SymbolicName");
        if (name == null || !name.split(";")[0].strip().equals(expected)) {
            throw new RefusedJar(words.get("plugin.symbolic-name", String.valueOf(name), expected));
        }
        return expected;
    }

    private Version version(Attributes headers) throws RefusedJar {
        String text = String.valueOf(headers.getValue("Bundle-Version"));
        try {
            Version version = Version.parseVersion(text);
            if (version.getMajor() >= FIRST_YEAR) {
                return version;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new RefusedJar(words.get("plugin.version", text));
    }

    private void fits(ImportedPackage wanted) throws RefusedJar {
        if (wanted.forbidden()) {
            throw new RefusedJar(words.get("plugin.forbidden-import", wanted.name()));
        }
        if (!wanted.optional() && wanted.ours() && !offered.fits(wanted)) {
            throw new RefusedJar(
                    words.get("plugin.api", wanted.name(), wanted.range().toString(), offered.versions(wanted.name())));
        }
    }
}
