package org.shishi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The folder outside of the distribution where data, logs, configuration and dropped programmes lie. */
record Home(Path root) {

    static final String VARIABLE = "SHISHI_HOME";

    static Home of(Map<String, String> environment) {
        String set = environment.getOrDefault(VARIABLE, "").strip();
        try {
            Path root = set.isEmpty() ? Path.of(System.getProperty("user.home"), ".shishi") : Path.of(set);
            return new Home(root.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new Refusal("The environment variable " + VARIABLE + " is not the name of a folder: " + set + ".");
        }
    }

    Path settings() {
        return root.resolve("conf").resolve("shishi.properties");
    }

    Path data() {
        return root.resolve("data");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path cache() {
        return root.resolve("cache");
    }

    Path programmes() {
        return root.resolve("plugins.d");
    }

    /** What is known about the process that runs in this home: lock, pid, address. */
    Path run() {
        return root.resolve("run");
    }

    Path adminSocket() {
        return run().resolve("admin");
    }

    /** Makes the folders and, the first time, the configuration file. */
    void prepare(Path template) {
        try {
            createForOwner(root);
            for (Path folder : List.of(settings().getParent(), data(), logs(), cache(), programmes(), run())) {
                createForOwner(folder);
                if (!Files.isWritable(folder)) {
                    throw unusable(folder + " is not writable");
                }
            }
            if (Files.notExists(settings())) {
                Files.copy(template, settings());
                forOwner(settings(), "rw-------");
            }
        } catch (IOException e) {
            throw unusable(Reason.of(e));
        }
    }

    private Refusal unusable(String why) {
        return new Refusal("The home folder " + root + " cannot be used: " + why + "; the environment variable "
                + VARIABLE + " names another one.");
    }

    /** Personal data and passwords lie here, so nobody else may look. */
    private static void createForOwner(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            forOwner(folder, "rwx------");
        }
    }

    private static void forOwner(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
