package org.shishi.core.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shishi.core.crypto.FileCipher;
import org.shishi.core.persistence.SharedFiles;

/**
 * Sealed files under their content's hash, each content once, for all nodes. Nothing is deleted when a row goes: the transaction that
 * removed it may still be undone. What no row names any more is swept a day later.
 */
final class FileStore {

    static final Duration GRACE = Duration.ofDays(1);
    private static final int HEAD = 16;
    private static final String PART = ".part";

    /** Content that has arrived and is not kept yet. */
    record Arrived(Path part, String sha256, long sizeBytes, byte[] head) {}

    private static final String SHARED = "files/";

    private final Path root;
    private final SharedFiles shared;
    private final FileCipher cipher;
    private final Clock clock;

    FileStore(Path root, SharedFiles shared, FileCipher cipher, Clock clock) {
        this.root = root;
        this.shared = shared;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Reads at most one byte more than allowed, so that memory and disk are safe from endless streams. */
    Arrived receive(InputStream content, long mostBytes) throws IOException {
        Files.createDirectories(root);
        Path part = Files.createTempFile(root, "in", PART);
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        byte[] head = content.readNBytes(HEAD);
        long size = head.length;
        digest.update(head);
        try (OutputStream sealed = cipher.seal(Files.newOutputStream(part))) {
            sealed.write(head);
            int read = content.read(buffer);
            while (read >= 0 && size <= mostBytes) {
                digest.update(buffer, 0, read);
                sealed.write(buffer, 0, read);
                size += read;
                read = content.read(buffer);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        return new Arrived(part, HexFormat.of().formatHex(digest.digest()), size, head);
    }

    void drop(Arrived arrived) throws IOException {
        Files.deleteIfExists(arrived.part);
    }

    /** One at a time with the sweep, which must not take a file that is wanted again at this moment. */
    synchronized void keep(Arrived arrived) throws IOException {
        shared.put(SHARED + arrived.sha256, arrived.part);
        Path target = path(arrived.sha256);
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
            Files.deleteIfExists(arrived.part);
            return;
        }
        try {
            Files.move(arrived.part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another node was faster with the same content.
            Files.deleteIfExists(arrived.part);
        }
    }

    InputStream open(String sha256) throws IOException {
        // Not here: another node took it in.
        shared.fetch(SHARED + sha256, path(sha256));
        return cipher.open(new BufferedInputStream(Files.newInputStream(path(sha256))));
    }

    /**
     * Deletes what nobody needs and has lain for a day: kept content and what arrived half.
     *
     * @param needed by content hash
     * @return how many files went
     */
    long sweep(Predicate<String> needed) throws IOException {
        long gone = shared.sweep(SHARED, GRACE, name -> needed.test(name.substring(SHARED.length())));
        if (!Files.isDirectory(root)) {
            return gone;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            gone += sweep(file, needed) ? 1 : 0;
        }
        return gone;
    }

    private synchronized boolean sweep(Path file, Predicate<String> needed) throws IOException {
        Instant lastTouched =
                Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.MAX;
        if (lastTouched.isAfter(clock.instant().minus(GRACE))) {
            return false;
        }
        String name = file.getFileName().toString();
        return (name.endsWith(PART) || !needed.test(name)) && Files.deleteIfExists(file);
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
