package org.shishi.testkit.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a tree of sources looked at one moment. Looking often is as quick as being told, and the same on every system. */
record SourceLook(Map<Path, String> files) {

    static SourceLook at(Path folder) {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                if (about.isRegularFile()) {
                    files.put(file, about.lastModifiedTime() + " " + about.size());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // A file went while we looked: the next look differs and counts.
            files.put(folder, e.toString());
        }
        return new SourceLook(files);
    }
}
