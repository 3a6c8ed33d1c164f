package org.shishi.core.provisioning;

import static org.shishi.core.provisioning.TrustedSigners.signedByOneOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Enumeration;
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
        JarFileInfo info = new JarFileInfo(file, name, symbolicName(headers, id.strip()), id.strip(), version(headers));
        if (headers.getValue("Export-Package") != null) {
            throw new RefusedJar(words.get("plugin.exports"));
        }
        for (ImportedPackage wanted : ImportedPackage.parse(headers.getValue("Import-Package"))) {
            fits(wanted);
        }
        return info;
    }

    /** Reads every entry: a jar that was cut off, damaged or changed shows here and not in the middle of an exchange. */
    private Attributes headers(Path file) throws RefusedJar {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            Set<Certificate> trusted = trusted();
            byte[] buffer = new byte[8192];
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                try (InputStream in = jar.getInputStream(entry)) {
                    while (in.read(buffer) >= 0) {
                        // the reading itself checks
                    }
                }
                if (!trusted.isEmpty() && toBeSigned(entry) && !signedByOneOf(trusted, entry.getCodeSigners())) {
                    throw new RefusedJar(words.get("plugin.not-signed", entry.getName()));
                }
            }
            if (jar.getManifest() == null) {
                throw new RefusedJar(words.get("plugin.not-a-programme"));
            }
            return jar.getManifest().getMainAttributes();
        } catch (IOException | SecurityException e) {
            throw new RefusedJar(words.get("plugin.damaged"));
        }
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
