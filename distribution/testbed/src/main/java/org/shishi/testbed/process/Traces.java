package org.shishi.testbed.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a product leaves for others to read: its log files, what it printed, the arguments it was started with. */
final class Traces {

    private final Secrets secrets;
    private final List<String> found = new ArrayList<>();

    Traces(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Of a running process; where the system shows none, there is nothing to leak. */
    Traces arguments(long pid) {
        try {
            look("the arguments", Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            // It has ended, or this is no Linux.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Traces console(String text) {
        look("the console", Secrets.withoutTold(text));
        return this;
    }

    Traces logs(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    look(file.getFileName().toString(), text(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void look(String where, String text) {
        secrets.in(text).forEach(hit -> found.add(where + ": " + hit));
    }

    List<String> found() {
        return found;
    }
}
