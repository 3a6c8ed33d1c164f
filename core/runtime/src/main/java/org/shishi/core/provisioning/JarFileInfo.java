package org.shishi.core.provisioning;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * A jar that is a programme.
 *
 * @param file where it lies now
 * @param name of the file, as administrators see it
 * @param symbolicName of the bundle
 * @param digest SHA-256 of the file
 */
record JarFileInfo(Path file, String name, String symbolicName, String id, Version version, String digest) {

    /** The year. */
    int year() {
        return version.getMajor();
    }

    /** What there can be one of: programme and year. */
    String edition() {
        return id + "/" + year();
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
