package org.shishi.itest.hotplug;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Replaces a text in the constants of a compiled class (JVMS §4.4); nothing else of it changes. */
final class ClassConstants {

    private ClassConstants() {}

    static byte[] replaced(byte[] compiled, String text, String by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(compiled.length + 64);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(compiled));
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == 1) {
                    String constant = in.readUTF();
                    out.writeUTF(constant.equals(text) ? by : constant);
                } else {
                    out.write(in.readNBytes(length(tag)));
                    // Long and double take two places.
                    i += tag == 5 || tag == 6 ? 1 : 0;
                }
            }
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("constant of kind " + tag);
        };
    }
}
