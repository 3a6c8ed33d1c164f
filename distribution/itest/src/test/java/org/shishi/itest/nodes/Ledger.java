package org.shishi.itest.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.shishi.testbed.database.TestDatabase;
import org.shishi.testbed.reminders.RemindersJar;

/** What the database says of the reminders, beside the product. */
final class Ledger implements AutoCloseable {

    private static final String NOTICES = " from core.notice where programme_id = '" + RemindersJar.ID + "'";
    private static final String RUNS = " from core.job_run where job_id = '" + RemindersJar.JOB + "'";
    private static final String LETTERS =
            " from core.outbox o join core.notice n on n.id = o.notice_id where n.programme_id = '" + RemindersJar.ID
                    + "'";

    private final Connection connection;

    Ledger(TestDatabase database) throws SQLException {
        connection = database.connect();
    }

    long number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** As if the mail server had refused the last ones for good. */
    void failed(int letters, String error) {
        try (PreparedStatement update = connection.prepareStatement(
                "update core.outbox set state = 'FAILED', attempts = 4, sent_at = null, error = ? where notice_id in"
                        + " (select o.notice_id" + LETTERS
                        + " and o.state = 'SENT' order by o.notice_id desc limit ?)")) {
            update.setString(1, error);
            update.setInt(2, letters);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long notices() {
        return number("select count(*)" + NOTICES);
    }

    /** Of these, how many are told apart by whom they tell and of what. */
    long differentNotices() {
        return number("select count(distinct (account_id, object, for_day))" + NOTICES);
    }

    long letters() {
        return number("select count(*)" + LETTERS);
    }

    long letters(String state) {
        return number("select count(*)" + LETTERS + " and o.state = '" + state + "'");
    }

    /** Pages of the table, those included that nobody may see yet. */
    long noticePages() {
        return number("select pg_relation_size('core.notice') / 8192");
    }

    boolean underWay(String node) {
        return number("select count(*)" + RUNS + " and ended_at is null and node = '" + node + "'") > 0;
    }

    long done() {
        return number("select count(*)" + RUNS + " and ok");
    }

    long done(String node) {
        return number("select count(*)" + RUNS + " and ok and node = '" + node + "'");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
