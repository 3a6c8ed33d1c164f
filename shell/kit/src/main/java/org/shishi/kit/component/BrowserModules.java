package org.shishi.kit.component;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * The one place that says under which address a programme's {@code web/} folder is served, and how its elements are
 * called: {@code plugins/<bundle>/<version>-<hash of the folder>/…}. Version and hash stand in both, so two years never
 * meet, and neither do two builds of the same version. The hash comes from the content alone: every node serves the same
 * addresses. Everything in {@code web/} may be read by anybody; nothing else of a bundle can be.
 */
public final class BrowserModules {

    /** Where the shell serves them, below its own address; no slash in front. */
    public static final String ROOT = "plugins";

    private static final String FOLDER = "web/";
    private static final int HASH_BYTES = 5;

    /** The folder's name in two forms: as a part of an address, and as a part of an element's name. */
    private record Place(String address, String name) {}

    private BrowserModules() {}

    /**
     * The content at an address below {@link #ROOT}.
     *
     * @param path {@code <bundle>/<version>-<hash>/<file>}, as a browser asked for it
     * @return empty: not of this bundle, not of this build of it, or no such file
     */
    public static Optional<URL> find(Bundle bundle, String path) {
        // The bundle's name first: the hash takes reading.
        if (!path.startsWith(bundle.getSymbolicName() + "/" + bundle.getVersion() + "-") || path.contains("..")) {
            return Optional.empty();
        }
        String place = place(bundle).address();
        String file = path.startsWith(place) ? path.substring(place.length()) : "";
        return file.isEmpty() || file.endsWith("/")
                ? Optional.empty()
                : Optional.ofNullable(bundle.getEntry(FOLDER + file));
    }

    /** Address of a file, to be seen from the shell's own; empty: the bundle has no such file. */
    static Optional<String> address(Bundle bundle, String file) {
        return bundle.getEntry(FOLDER + file) == null
                ? Optional.empty()
                : Optional.of(ROOT + "/" + place(bundle).address() + file);
    }

    /** The name of a module's element: nobody else's, in no other year, from no other build. */
    static String tag(Bundle bundle, String module) {
        return module + "-" + place(bundle).name();
    }

    private static Place place(Bundle bundle) {
        String hash = hash(bundle);
        String version = bundle.getVersion() + "-" + hash;
        return new Place(
                bundle.getSymbolicName() + "/" + version + "/",
                (bundle.getSymbolicName() + "-" + version)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]", "-"));
    }

    private static String hash(Bundle bundle) {
        Enumeration<URL> entries = bundle.findEntries("/" + FOLDER, "*", true);
        List<URL> files = entries == null ? List.of() : Collections.list(entries);
        MessageDigest digest = sha256();
        files.stream()
                .filter(file -> !file.getPath().endsWith("/"))
                .sorted(Comparator.comparing(URL::getPath))
                .forEach(file -> {
                    digest.update(file.getPath().getBytes(StandardCharsets.UTF_8));
                    digest.update(content(file));
                });
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static byte[] content(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
