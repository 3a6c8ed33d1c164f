package org.shishi.core.record;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.record.ValueFault;
import org.shishi.api.rule.RefusedException;

/**
 * A place in an ordered list: the sort value and the id of a row. Written as URL-safe text that fits the one list it was
 * made for; anything else is refused with {@code CORE-INPUT}. It grants nothing: the scope is asked for anew.
 *
 * @param value null: the row has none there
 * @param lookUp true: the value is sensitive and not part of the text; whoever reads the cursor asks the row
 */
record Cursor(UUID id, Object value, boolean lookUp) {

    private static final int SUM_BYTES = 8;
    private static final int ID_BYTES = 16;
    private static final byte NO_VALUE = 0;
    private static final byte VALUE = 1;
    private static final byte LOOK_UP = 2;

    /** @param list names the list and its order; part of the check sum */
    static <V> String write(String list, UUID id, Field<?, V> sort, V value) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
        if (sort == null || value == null) {
            body.write(NO_VALUE);
        } else if (sort.sensitivity() != Sensitivity.NONE) {
            body.write(LOOK_UP);
        } else {
            body.write(VALUE);
            body.writeBytes(PlainValues.toPlain(sort, value).toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = body.toByteArray();
        ByteBuffer whole = ByteBuffer.allocate(SUM_BYTES + bytes.length);
        whole.put(sum(list, bytes)).put(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    static Cursor read(String list, String text, Field<?, ?> sort) {
        byte[] whole = decode(text);
        if (whole.length <= SUM_BYTES + ID_BYTES) {
            throw refused();
        }
        byte[] body = Arrays.copyOfRange(whole, SUM_BYTES, whole.length);
        if (!Arrays.equals(sum(list, body), Arrays.copyOf(whole, SUM_BYTES))) {
            throw refused();
        }
        ByteBuffer id = ByteBuffer.wrap(body, 0, ID_BYTES);
        byte how = body[ID_BYTES];
        String plain = new String(body, ID_BYTES + 1, body.length - ID_BYTES - 1, StandardCharsets.UTF_8);
        return new Cursor(
                new UUID(id.getLong(), id.getLong()), how == VALUE ? value(sort, plain) : null, how == LOOK_UP);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static <V> Object value(Field<?, V> sort, String plain) {
        Object typed = plain;
        if (sort.kind() == FieldKind.INT || sort.kind() == FieldKind.MONEY || sort.kind() == FieldKind.DECIMAL) {
            typed = new BigDecimal(plain);
        } else if (sort.kind() == FieldKind.BOOL) {
            typed = Boolean.valueOf(plain);
        }
        PlainValues.Read<V> read = PlainValues.fromPlain(sort, typed);
        if (read.fault() != null) {
            throw refused();
        }
        return read.value();
    }

    private static byte[] sum(String list, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(body), SUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static RefusedException refused() {
        return new RefusedException(List.of(ValueFault.NOT_CURSOR.at("after")));
    }
}
