package org.shishi.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.shishi.core.crypto.Key;

/**
 * One line of the log as it is chained.
 *
 * @param place count within the lane, from 1 on
 * @param at to the microsecond, as the databases keep it
 * @param details a JSON object
 */
record AuditLine(
        int lane,
        long place,
        LocalDate day,
        Instant at,
        UUID accountId,
        String accountName,
        String roles,
        UUID organisationId,
        String organisationName,
        String action,
        String object,
        String reason,
        String address,
        String details) {

    AuditLine {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static AuditLine of(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getInt("lane"),
                row.getLong("place"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getString("roles"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"),
                row.getString("action"),
                row.getString("object"),
                row.getString("reason"),
                row.getString("address"),
                row.getString("details"));
    }

    /** HMAC over the line and the mac of the line before it in its lane. */
    String mac(Key key, String previous) {
        return HexFormat.of().formatHex(key.mac(bytes(previous)));
    }

    /** Every part with its length, so that no two different lines are written alike. */
    private byte[] bytes(String previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Object[] parts = {
                previous,
                lane,
                place,
                day,
                at,
                accountId,
                accountName,
                roles,
                organisationId,
                organisationName,
                action,
                object,
                reason,
                address,
                details
            };
            for (Object part : parts) {
                put(out, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(DataOutputStream out, Object part) throws IOException {
        if (part == null) {
            out.writeInt(-1);
            return;
        }
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
