package org.shishi.core.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;

/** What the record engine tells the audit log: never values, only their fingerprints (§13.11). */
final class Trail {

    private final Audit audit;

    Trail(Audit audit) {
        this.audit = audit;
    }

    <T extends ProgrammeRecord> void changed(
            Caller caller,
            Kind<T> kind,
            String action,
            UUID id,
            String reason,
            String before,
            Map<String, String> more,
            T after) {
        Map<String, String> details = new LinkedHashMap<>(more);
        if (before != null) {
            details.put("before", before);
        }
        details.put("after", fingerprint(kind, after));
        audit.write(caller, "record." + action, kind.object(id), reason, details);
    }

    void write(Caller caller, Kind<?> kind, String action, UUID id, String reason, Map<String, String> details) {
        audit.write(caller, "record." + action, kind.object(id), reason, details);
    }

    /** What people did with a record that waits. Whom they named stands in the words. */
    void team(Caller caller, Kind<?> kind, String action, UUID id, String words) {
        write(caller, kind, action, id, words, Map.of());
    }

    void imported(Caller caller, Kind<?> kind, UUID importId, String source, int rows) {
        audit.write(
                caller,
                "record.import",
                imports(kind, importId),
                null,
                Map.of("source", source, "rows", Integer.toString(rows)));
    }

    void importUndone(Caller caller, Kind<?> kind, UUID importId, int rows) {
        audit.write(
                caller, "record.import.undo", imports(kind, importId), null, Map.of("rows", Integer.toString(rows)));
    }

    private static String imports(Kind<?> kind, UUID importId) {
        return kind + "/imports/" + importId;
    }

    /** Access that was refused. */
    void refused(Caller caller, Kind<?> kind, String action, UUID id) {
        String object = id == null ? kind.toString() : kind.object(id);
        audit.write(caller, "record.refused", object, null, Map.of("action", action));
    }

    static <T extends ProgrammeRecord> String fingerprint(Kind<T> kind, T record) {
        String values = record.head().status() + PlainValues.of(kind.type(), record, false);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(values.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
