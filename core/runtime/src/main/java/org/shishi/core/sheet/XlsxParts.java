package org.shishi.core.sheet;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a package, unpacked no further than the limits go. */
final class XlsxParts implements AutoCloseable {

    private final ZipFile zip;
    private final ReadLimits limits;
    private final Map<String, ZipEntry> byName = new HashMap<>();
    private long unpacked;

    XlsxParts(Path file, ReadLimits limits) throws IOException {
        this.limits = limits;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw SheetFault.NO_XLSX.refusal();
        }
        if (zip.size() > limits.entries()) {
            zip.close();
            throw SheetFault.BOMB.refusal();
        }
        zip.stream().forEach(entry -> byName.putIfAbsent(normal(entry.getName()), entry));
    }

    private static String normal(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return byName.containsKey(normal(name));
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = byName.get(normal(name));
        if (entry == null) {
            throw SheetFault.DAMAGED.refusal();
        }
        return new BufferedInputStream(
                new Guarded(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize())), 1 << 16);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what really comes out: what the directory says of sizes is the sender's word. */
    private final class Guarded extends FilterInputStream {

        private final long packed;
        private long read;

        private Guarded(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            if (got > 0) {
                count(got);
            }
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            unpacked += bytes;
            if (unpacked > limits.bytes() || read > limits.freeBytes() && read / packed > limits.ratio()) {
                throw SheetFault.BOMB.refusal();
            }
        }
    }
}
