package org.shishi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.jar.JarFile;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.process.Folders;

/** What the database alone can do: the same rows into the same table with the same indexes, without reading, checking or recording anything. */
final class PlainBatch {

    private static final int BATCH = 1_000;
    private static final String INSERT = "insert into room (id, version, owner_org, status, created_by, created_at,"
            + " updated_by, updated_at, name, district, street, address_detail, point_contact, point_mobile, owner_unit,"
            + " area_m2, facilities, facility_tags, covered_units, planned_fen, project_kind, industry_group, checks_done,"
            + " checks_failed) values (" + "?,".repeat(23) + "?)";

    private PlainBatch() {}

    /** Rows a second, in transactions of a thousand like the import's. */
    static double perSecond(Stage stage, int from, int to) throws SQLException, IOException {
        TestDatabase server = stage.database();
        if (server == null) {
            Path folder = Files.createTempDirectory("shishi-bench");
            try (Connection h2 = DriverManager.getConnection("jdbc:h2:nio:" + folder.resolve("plain"), "sa", "")) {
                return into(h2, stage, from, to);
            } finally {
                Folders.delete(folder);
            }
        }
        try (TestDatabase other = TestDatabase.create(server.kind());
                Connection connection = DriverManager.getConnection(
                        other.url() + "?reWriteBatchedInserts=true", other.user(), other.password())) {
            return into(connection, stage, from, to);
        }
    }

    private static double into(Connection connection, Stage stage, int from, int to) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(tables(stage));
        }
        connection.setAutoCommit(false);
        Timestamp now = new Timestamp(System.currentTimeMillis());
        UUID owner = UUID.randomUUID();
        long begun = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int number = from; number < to; number++) {
                bind(insert, number, owner, now);
                insert.addBatch();
                if ((number + 1) % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        return (to - from) * 1e9 / (System.nanoTime() - begun);
    }

    private static void bind(PreparedStatement row, int number, UUID owner, Timestamp now) throws SQLException {
        Object[] cells = Rooms.cells(number);
        row.setObject(1, TimeOrdered.id());
        row.setLong(2, 1);
        row.setObject(3, owner);
        row.setString(4, "DRAFT");
        row.setObject(5, owner);
        row.setTimestamp(6, now);
        row.setObject(7, owner);
        row.setTimestamp(8, now);
        row.setString(9, (String) cells[1]);
        row.setString(10, (String) cells[2]);
        row.setString(11, (String) cells[3]);
        row.setString(12, (String) cells[4]);
        row.setString(13, (String) cells[5]);
        row.setString(14, (String) cells[6]);
        row.setString(15, (String) cells[7]);
        row.setBigDecimal(16, BigDecimal.valueOf((Integer) cells[8]));
        row.setString(17, (String) cells[9]);
        row.setString(18, "");
        row.setInt(19, (Integer) cells[10]);
        row.setLong(20, 100L * (Integer) cells[11]);
        row.setString(21, "NEW");
        row.setString(22, "HARDSHIP");
        row.setInt(23, 0);
        row.setInt(24, 0);
    }

    /** The programme's own script. */
    private static String tables(Stage stage) throws IOException {
        try (var files = Files.list(stage.shishi().plugins())) {
            Path jar = files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile programme = new JarFile(jar.toFile())) {
                var script = programme.stream()
                        .filter(entry -> entry.getName().matches("db/migration/V1__.*\\.sql"))
                        .findFirst()
                        .orElseThrow();
                try (InputStream in = programme.getInputStream(script)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
    }
}
