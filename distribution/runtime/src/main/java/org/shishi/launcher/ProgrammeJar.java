package org.shishi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** A bundle in a jar. Its major version is the year: another year is another programme. */
record ProgrammeJar(Path file, String name, Version version) {

    /** Empty if the file is no bundle: a broken jar is for the platform to report, not for the launcher. */
    static Optional<ProgrammeJar> read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getManifest() == null) {
                return Optional.empty();
            }
            Attributes headers = jar.getManifest().getMainAttributes();
            String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            String version = headers.getValue(Constants.BUNDLE_VERSION);
            return name == null
                    ? Optional.empty()
                    : Optional.of(new ProgrammeJar(file, name.split(";")[0].strip(), Version.parseVersion(version)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String identity() {
        return name + "/" + version.getMajor();
    }

    String digest() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
