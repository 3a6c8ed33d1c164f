package org.shishi.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.shishi.core.crypto.BlindIndex;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.KeyRing;
import org.shishi.core.crypto.Keys;

/** Invented persons, sealed with the keys of a home as the product seals them; every one takes part in something. */
final class PersonFill {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int BATCH = 5_000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final FieldCipher cipher;
    private final BlindIndex index;

    PersonFill(Path home) throws java.io.IOException {
        Map<KeyPurpose, KeyRing> rings = new EnumMap<>(KeyPurpose.class);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            rings.put(
                    purpose,
                    KeyRing.parse(Files.readString(home.resolve("conf/keys").resolve(purpose.word() + ".keys"))));
        }
        Keys keys = rings::get;
        cipher = new FieldCipher(keys);
        index = new BlindIndex(keys);
    }

    /** A valid number of the region that does not exist; another one up to eight millions. */
    static String number(int person) {
        String seventeen = "310999"
                + "%04d%02d%02d".formatted(1940 + person / 1000 / 336, 1 + person / 1000 % 12, 1 + person / 12_000 % 28)
                + "%03d".formatted(person % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    static UUID id(int person) {
        return UUID.nameUUIDFromBytes(("person " + person).getBytes(StandardCharsets.US_ASCII));
    }

    /** @return persons sealed and written in a second */
    double fill(Connection connection, UUID organisation, int from, int to) throws SQLException {
        long begun = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement person = connection.prepareStatement("insert into core.person (id, document_kind,"
                        + " document_index, index_key_id, document, name, mobile, name_index, mobile_index,"
                        + " organisation_id, version, created_at, created_by, updated_at, updated_by)"
                        + " values (?, 'RESIDENT_ID', ?, 'k1', ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)");
                PreparedStatement part = connection.prepareStatement("insert into core.participation (id, subject_kind,"
                        + " subject_id, programme_id, edition_year, type_id, record_id, kind, owner_org, state,"
                        + " counted, created_at, updated_at) values (?, 'PERSON', ?, 'bench', 2024, 'gifts', ?, 'gift',"
                        + " ?, 'ACTIVE', true, ?, ?)");
                PreparedStatement hold = connection.prepareStatement("insert into core.exclusion_hold (group_code,"
                        + " subject_id, span, slot, participation_id) values ('BENCH_GIFT', ?, 'e2024', 1, ?)")) {
            for (int i = from; i < to; i++) {
                add(person, part, hold, organisation, i);
                if ((i - from + 1) % BATCH == 0 || i == to - 1) {
                    person.executeBatch();
                    part.executeBatch();
                    hold.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
        return (to - from) / ((System.nanoTime() - begun) / 1e9);
    }

    private void add(
            PreparedStatement person, PreparedStatement part, PreparedStatement hold, UUID organisation, int number)
            throws SQLException {
        UUID id = id(number);
        String document = number(number);
        String name = "示例" + number;
        String mobile = "139%08d".formatted(number);
        OffsetDateTime now = OffsetDateTime.parse("2024-05-01T00:00:00Z");
        person.setObject(1, id);
        person.setString(2, index.of("RESIDENT_ID", document));
        person.setString(3, cipher.seal("person/document/" + id, document));
        person.setString(4, cipher.seal("person/name/" + id, name));
        person.setString(5, cipher.seal("person/mobile/" + id, mobile));
        person.setString(6, index.of("NAME", name));
        person.setString(7, index.of("MOBILE", mobile));
        person.setObject(8, organisation);
        person.setObject(9, now);
        person.setObject(10, NOBODY);
        person.setObject(11, now);
        person.setObject(12, NOBODY);
        person.addBatch();
        UUID participation = new UUID(number, 1);
        part.setObject(1, participation);
        part.setObject(2, id);
        part.setObject(3, new UUID(number, 2));
        part.setObject(4, organisation);
        part.setObject(5, now);
        part.setObject(6, now);
        part.addBatch();
        hold.setObject(1, id);
        hold.setObject(2, participation);
        hold.addBatch();
    }
}
