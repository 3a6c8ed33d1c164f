package org.shishi.core.identity;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Second factors and recovery codes in the database. */
final class FactorRows {

    /** @param secret sealed */
    record Stored(String secret, OffsetDateTime confirmedAt, long lastStep) {

        boolean confirmed() {
            return confirmedAt != null;
        }
    }

    private final Handle handle;

    FactorRows(Handle handle) {
        this.handle = handle;
    }

    Optional<Stored> find(UUID account) {
        return handle.createQuery(
                        "select secret, confirmed_at, last_step from core.second_factor where account_id = :account")
                .bind("account", account)
                .map((row, context) ->
                        new Stored(row.getString(1), row.getObject(2, OffsetDateTime.class), row.getLong(3)))
                .findOne();
    }

    void begin(UUID account, String secret) {
        remove(account);
        handle.createUpdate("insert into core.second_factor (account_id, secret, last_step)"
                        + " values (:account, :secret, 0)")
                .bind("account", account)
                .bind("secret", secret)
                .execute();
    }

    void confirm(UUID account, OffsetDateTime at) {
        handle.createUpdate("update core.second_factor set confirmed_at = :at where account_id = :account")
                .bind("at", at)
                .bind("account", account)
                .execute();
    }

    /** False: somebody was faster with the same code. */
    boolean take(UUID account, long step) {
        return handle.createUpdate("update core.second_factor set last_step = :step"
                                + " where account_id = :account and last_step < :step")
                        .bind("step", step)
                        .bind("account", account)
                        .execute()
                == 1;
    }

    void remove(UUID account) {
        handle.createUpdate("delete from core.second_factor where account_id = :account")
                .bind("account", account)
                .execute();
        handle.createUpdate("delete from core.recovery_code where account_id = :account")
                .bind("account", account)
                .execute();
    }

    void recoveryCodes(UUID account, Collection<String> hashes) {
        handle.createUpdate("delete from core.recovery_code where account_id = :account")
                .bind("account", account)
                .execute();
        hashes.forEach(hash -> handle.createUpdate(
                        "insert into core.recovery_code (account_id, hash) values (:account, :hash)")
                .bind("account", account)
                .bind("hash", hash)
                .execute());
    }

    /** False: there is no such code, or not any more. */
    boolean useRecoveryCode(UUID account, String hash) {
        return handle.createUpdate("delete from core.recovery_code where account_id = :account and hash = :hash")
                        .bind("account", account)
                        .bind("hash", hash)
                        .execute()
                == 1;
    }

    int recoveryCodesLeft(UUID account) {
        return handle.createQuery("select count(*) from core.recovery_code where account_id = :account")
                .bind("account", account)
                .mapTo(Integer.class)
                .one();
    }
}
