package org.shishi.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a Chromium on this machine, and has the package manager install one if there is none. */
public final class Chromium {

    /** What a run says that can't have a browser. */
    static final String MISSING = "The browser tests need Chromium and a Chinese font: install them (on Debian:"
            + " apt-get install chromium fonts-noto-cjk), or name a Chromium in the environment variable CHROME_BIN,"
            + " or leave these tests out with -Dshishi.browser.skip=true.";

    static final String VARIABLE = "CHROME_BIN";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/snap/bin",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Map<String, String> environment;
    private final List<String> usualPlaces;
    private final PackageManager packages;

    Chromium(Map<String, String> environment, List<String> usualPlaces, PackageManager packages) {
        this.environment = environment;
        this.usualPlaces = usualPlaces;
        this.packages = packages;
    }

    public static Chromium ofThisMachine() {
        return new Chromium(System.getenv(), USUAL_PLACES, PackageManager.ofThisMachine());
    }

    /** The executable of a Chromium that starts. */
    public Path executable() {
        Optional<Path> found = find();
        if (found.isPresent() && packages.hasChineseFont()) {
            return found.get();
        }
        // A browser without a Chinese font still runs the tests; none at all does not.
        if (!packages.canInstall()) {
            return found.orElseThrow(() -> new IllegalStateException(MISSING));
        }
        String said = packages.install(List.of("chromium", "fonts-noto-cjk"));
        return find().orElseThrow(() -> new IllegalStateException(MISSING + " apt-get was tried and said:\n" + said));
    }

    private Optional<Path> find() {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            Path executable = Path.of(named);
            if (starts(executable)) {
                return Optional.of(executable);
            }
            throw new IllegalStateException(VARIABLE + " is " + named + ", which does not start. " + MISSING);
        }
        return candidates().filter(Chromium::starts).findFirst();
    }

    private Stream<Path> candidates() {
        String path = environment.getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), usualPlaces.stream())
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .flatMap(place -> Files.isDirectory(place) ? NAMES.stream().map(place::resolve) : Stream.of(place))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile);
    }

    /** Ubuntu has a chromium that only says that one should install another. */
    private static boolean starts(Path executable) {
        try {
            return Command.run(List.of(executable.toString(), "--version")).succeeded();
        } catch (IOException e) {
            return false;
        }
    }
}
