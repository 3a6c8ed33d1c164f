package org.shishi.core.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.crypto.FileCipher;
import org.shishi.core.persistence.SharedFiles;

/**
 * Files on their way in: sealed for a day, so that a dry run can be followed by the import and an error workbook made. In
 * clear they lie only while they are read, for this account of the machine alone.
 */
public final class Spool {

    static final Duration KEPT = Duration.ofDays(1);
    static final long MOST_BYTES = 200L << 20;
    private static final String SEALED = ".sealed";
    private static final String CLEAR = ".clear";

    private static final String SHARED = "imports/";

    private final Path folder;
    private final SharedFiles shared;
    private final FileCipher cipher;
    private final Clock clock;

    public Spool(Path folder, SharedFiles shared, FileCipher cipher, Clock clock) {
        this.folder = folder;
        this.shared = shared;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A file in clear that goes when it is closed. */
    public record Clear(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    public Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    public Clear temporary() throws IOException {
        Path path = folder().resolve(UUID.randomUUID() + CLEAR);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
        return new Clear(path);
    }

    /**
     * Takes a file in.
     *
     * @return its name in the spool
     * @throws RefusedException {@code CORE-ATT-TYPE}, {@code CORE-ATT-SIZE}
     */
    public String receive(InputStream content) throws IOException {
        sweep();
        try (Clear clear = temporary()) {
            copy(content, clear.path());
            XlsxBook.require(clear.path());
            String name = UUID.randomUUID() + SEALED;
            seal(clear, name);
            return name;
        }
    }

    /** Keeps under this name what is written, as if it had been received. */
    public void keep(String name, Writing writing) throws IOException {
        sweep();
        try (Clear clear = temporary()) {
            try (OutputStream out = Files.newOutputStream(clear.path())) {
                writing.to(out);
            }
            seal(clear, name);
        }
    }

    private void seal(Clear clear, String name) throws IOException {
        try (InputStream in = Files.newInputStream(clear.path());
                OutputStream sealed = cipher.seal(Files.newOutputStream(folder.resolve(name)))) {
            in.transferTo(sealed);
        }
        shared.put(SHARED + name, folder.resolve(name));
        touch(name);
    }

    private static void copy(InputStream content, Path target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw SheetFault.TOO_LARGE.refusal();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** @throws RefusedException {@code CORE-IMP-GONE} when its day is over */
    public Clear open(String name) throws IOException {
        shared.fetch(SHARED + name, folder.resolve(name));
        Clear clear = temporary();
        try (InputStream in = cipher.open(new BufferedInputStream(Files.newInputStream(folder.resolve(name))));
                OutputStream out = Files.newOutputStream(clear.path())) {
            in.transferTo(out);
            return clear;
        } catch (NoSuchFileException e) {
            clear.close();
            throw new RefusedException("CORE-IMP-GONE", null);
        } catch (IOException | RuntimeException e) {
            clear.close();
            throw e;
        }
    }

    public boolean has(String name) {
        return name != null && (Files.exists(folder.resolve(name)) || shared.has(SHARED + name));
    }

    /** What is written to a file first and then goes out. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** By way of a file: a slow reader holds no connection, and a failure is told before the first byte went out. */
    public void written(OutputStream target, Writing writing) {
        try (Clear file = temporary()) {
            try (OutputStream out = Files.newOutputStream(file.path())) {
                writing.to(out);
            }
            Files.copy(file.path(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its day begins again. */
    public void touch(String name) throws IOException {
        shared.touch(SHARED + name);
        if (Files.exists(folder.resolve(name))) {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(clock.instant()));
        }
    }

    /** Deletes what lies here longer than a day. */
    public void sweep() throws IOException {
        shared.sweep(SHARED, KEPT, name -> false);
        Instant limit = clock.instant().minus(KEPT);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                // Whoever had it open closed it just now.
            }
        }
    }
}
