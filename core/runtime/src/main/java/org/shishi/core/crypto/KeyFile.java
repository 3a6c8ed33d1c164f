package org.shishi.core.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Keys of one purpose in the home folder, readable for its owner only. */
final class KeyFile {

    private static final String HEAD =
            """
            # Keys of Shishi: %s. Without this file nobody can read what was written with it.
            # Keep a copy, apart from the copies of the database. Every node needs the same file.
            # One key a line, id:base64 of 32 bytes; the last one writes as soon as every node has it, the others still read.
            """;

    private final Path file;
    private final KeyPurpose purpose;

    KeyFile(Path home, KeyPurpose purpose) {
        this.file = folder(home).resolve(purpose.word() + ".keys");
        this.purpose = purpose;
    }

    static Path folder(Path home) {
        return home.resolve("conf").resolve("keys");
    }

    Path path() {
        return file;
    }

    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one new random key; fails when the file is there already. */
    String create() {
        String text = HEAD.formatted(purpose.word()) + KeyRing.random("k1") + "\n";
        try {
            Files.createDirectories(file.getParent(), forOwner("rwx------"));
            try (SeekableByteChannel channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner("rw-------"))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts one more key behind the others: a new file in place of the old one, so that no reader finds half of it. */
    void append(String entry) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            String text = Files.readString(file);
            try (SeekableByteChannel channel = Files.newByteChannel(
                    next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner("rw-------"))) {
                channel.write(ByteBuffer.wrap(
                        (text + (text.endsWith("\n") ? "" : "\n") + entry + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] forOwner(String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
