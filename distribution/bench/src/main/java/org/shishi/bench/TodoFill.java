package org.shishi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Open to-do items, put straight into the table: a third waits for the city, a tenth for one district, the rest for others
 * that nobody of the demonstration acts for; ten programmes, each with items to review, to approve and to settle.
 */
final class TodoFill {

    private static final int BATCH = 5_000;
    private static final int PROGRAMMES = 10;
    private static final List<String> RIGHTS = List.of(",REVIEW,", ",APPROVE,", ",SETTLE,");
    private static final String INSERT = "insert into core.todo (id, programme_id, edition_year, type_id, record_id,"
            + " organisation_id, title, state, actions, rights, returned, since, limit_days, due, sort_day, is_open,"
            + " holder_id, kind, desk) values (?, ?, 2024, 'rooms', ?, ?, ?, 'READY', 'approve', ?, ?, ?, 5, ?, ?, true,"
            + " ?, 'STEP', ?)";

    private final Connection connection;
    private final UUID city;
    private final UUID district;
    private final int[] desks = new int[PROGRAMMES * RIGHTS.size() * 2];

    private TodoFill(Connection connection) throws SQLException {
        this.connection = connection;
        city = organisation("select id from core.organisation where type = 'CITY'");
        district = organisation("select g.organisation_id from core.role_grant g join core.account a"
                + " on a.id = g.account_id where a.user_name = 'demo-second-level-approver'");
    }

    static void into(Connection connection, int items) throws SQLException {
        connection.setAutoCommit(false);
        TodoFill fill = new TodoFill(connection);
        fill.desks();
        fill.items(items);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private UUID organisation(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getObject(1, UUID.class);
        }
    }

    private static String programme(int number) {
        return number == 0 ? "break-room" : "bench-" + number;
    }

    private void desks() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into core.todo_desk (programme_id, kind,"
                        + " rights, returned) select ?, 'STEP', ?, ? where not exists (select 1 from core.todo_desk"
                        + " where programme_id = ? and kind = 'STEP' and rights = ? and returned = ?)");
                PreparedStatement find = connection.prepareStatement("select id from core.todo_desk"
                        + " where programme_id = ? and kind = 'STEP' and rights = ? and returned = ?")) {
            for (int i = 0; i < desks.length; i++) {
                String programme = programme(i / 2 / RIGHTS.size());
                String rights = RIGHTS.get(i / 2 % RIGHTS.size());
                boolean returned = i % 2 == 1;
                for (int at : new int[] {1, 4}) {
                    insert.setString(at, programme);
                    insert.setString(at + 1, rights);
                    insert.setBoolean(at + 2, returned);
                }
                insert.executeUpdate();
                find.setString(1, programme);
                find.setString(2, rights);
                find.setBoolean(3, returned);
                try (ResultSet found = find.executeQuery()) {
                    found.next();
                    desks[i] = found.getInt(1);
                }
            }
        }
    }

    private void items(int items) throws SQLException {
        List<UUID> others = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            others.add(UUID.randomUUID());
        }
        LocalDate today = LocalDate.now();
        long now = System.currentTimeMillis();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < items; i++) {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                UUID where = i % 10 < 3 ? city : i % 10 == 3 ? district : others.get(random.nextInt(others.size()));
                // One in twenty came back, one in five is late.
                int desk = random.nextInt(desks.length / 2) * 2 + (random.nextInt(20) == 0 ? 1 : 0);
                LocalDate due = today.plusDays(random.nextInt(50) - 10);
                insert.setObject(1, TimeOrdered.id());
                insert.setString(2, programme(desk / 2 / RIGHTS.size()));
                insert.setObject(3, UUID.randomUUID());
                insert.setObject(4, where);
                insert.setString(5, Rooms.name(i));
                insert.setString(6, RIGHTS.get(desk / 2 % RIGHTS.size()));
                insert.setBoolean(7, desk % 2 == 1);
                insert.setTimestamp(8, new Timestamp(now - random.nextLong(40L * 86_400_000)));
                insert.setObject(9, due, Types.DATE);
                insert.setObject(10, due, Types.DATE);
                insert.setObject(11, where);
                insert.setInt(12, desks[desk]);
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
        }
    }
}
