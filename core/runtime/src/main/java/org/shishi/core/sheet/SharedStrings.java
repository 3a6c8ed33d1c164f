package org.shishi.core.sheet;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The strings that cells refer to by number. They stand in a part of their own in any order, so all must be at hand: the
 * first in memory, the rest in a file that is mapped, not loaded.
 */
final class SharedStrings implements AutoCloseable {

    private static final int IN_MEMORY_CHARS = 2_000_000;
    private static final int IN_MEMORY = 100_000;
    private static final int MOST = 50_000_000;
    /** Of one mapped piece; a string may reach over its end by its own length. */
    private static final long PIECE = 1L << 29;

    private final List<String> first = new ArrayList<>();
    private final Path spill;
    private final Path index;
    private FileChannel texts;
    private FileChannel places;
    private final List<ByteBuffer> textPieces = new ArrayList<>();
    private ByteBuffer placePiece;
    private int size;

    private SharedStrings(Path folder) throws IOException {
        spill = Files.createTempFile(folder, "strings", ".tmp");
        index = Files.createTempFile(folder, "strings", ".idx");
    }

    static SharedStrings none(Path folder) throws IOException {
        return new SharedStrings(folder);
    }

    static SharedStrings read(InputStream part, Path folder, ReadLimits limits) throws IOException, XMLStreamException {
        SharedStrings strings = new SharedStrings(folder);
        try {
            strings.fill(part, limits);
            return strings;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    private void fill(InputStream part, ReadLimits limits) throws IOException, XMLStreamException {
        StringBuilder buffer = new StringBuilder();
        long chars = 0;
        long at = 0;
        try (DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spill), 1 << 16));
                DataOutputStream at8 =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(index), 1 << 16))) {
            XMLStreamReader xml = Xml.open(part);
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("si")) {
                    continue;
                }
                String text = Xml.item(xml, buffer, limits.cell());
                if (++size > MOST) {
                    throw SheetFault.BOMB.refusal();
                }
                if (first.size() == size - 1 && size <= IN_MEMORY && chars + text.length() <= IN_MEMORY_CHARS) {
                    chars += text.length();
                    first.add(text);
                } else {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    at8.writeLong(at);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                    at += Integer.BYTES + bytes.length;
                }
            }
        }
        if (size > first.size()) {
            map(limits);
        }
    }

    private void map(ReadLimits limits) throws IOException {
        texts = FileChannel.open(spill, StandardOpenOption.READ);
        places = FileChannel.open(index, StandardOpenOption.READ);
        placePiece = places.map(FileChannel.MapMode.READ_ONLY, 0, places.size());
        long overlap = Integer.BYTES + 4L * limits.cell();
        for (long from = 0; from < texts.size(); from += PIECE) {
            textPieces.add(
                    texts.map(FileChannel.MapMode.READ_ONLY, from, Math.min(PIECE + overlap, texts.size() - from)));
        }
    }

    int size() {
        return size;
    }

    /** Whether some lie in the file. */
    boolean spilled() {
        return size > first.size();
    }

    String get(int number) {
        if (number < 0 || number >= size) {
            throw SheetFault.DAMAGED.refusal();
        }
        if (number < first.size()) {
            return first.get(number);
        }
        long at = placePiece.getLong((number - first.size()) * Long.BYTES);
        ByteBuffer piece = textPieces.get((int) (at / PIECE));
        int from = (int) (at % PIECE);
        byte[] bytes = new byte[piece.getInt(from)];
        piece.get(from + Integer.BYTES, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            textPieces.clear();
            placePiece = null;
            if (texts != null) {
                texts.close();
            }
            if (places != null) {
                places.close();
            }
        } finally {
            Files.deleteIfExists(spill);
            Files.deleteIfExists(index);
        }
    }
}
