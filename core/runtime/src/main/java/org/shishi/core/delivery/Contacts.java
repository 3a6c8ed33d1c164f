package org.shishi.core.delivery;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.core.crypto.FieldCipher;

/** Where people want to be told; addresses leave it in clear, and lie sealed. */
final class Contacts {

    record Contact(String address, boolean active, boolean digest) {

        /** Not the address. */
        @Override
        public String toString() {
            return "Contact[" + active + "]";
        }
    }

    private final FieldCipher cipher;

    Contacts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    Map<DeliveryChannel, Contact> of(Handle handle, UUID account) {
        Map<DeliveryChannel, Contact> found = new EnumMap<>(DeliveryChannel.class);
        handle.createQuery("select channel, address, active, digest from core.contact where account_id = :account")
                .bind("account", account)
                .map((row, context) -> {
                    DeliveryChannel channel = DeliveryChannel.valueOf(row.getString("channel"));
                    String address = open(account, channel, row.getString("address"));
                    return Map.entry(channel, new Contact(address, row.getBoolean("active"), row.getBoolean("digest")));
                })
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** @param contact null: none any more */
    void put(Handle handle, UUID account, DeliveryChannel channel, Contact contact, Instant now) {
        handle.execute("delete from core.contact where account_id = ? and channel = ?", account, channel.name());
        if (contact != null) {
            handle.createUpdate(
                            """
                            insert into core.contact (account_id, channel, address, active, digest, updated_at)
                            values (:account, :channel, :address, :active, :digest, :now)
                            """)
                    .bind("account", account)
                    .bind("channel", channel.name())
                    .bind("address", cipher.seal(place(account, channel), contact.address()))
                    .bind("active", contact.active())
                    .bind("digest", contact.digest())
                    .bind("now", now)
                    .execute();
        }
    }

    String open(UUID account, DeliveryChannel channel, String sealed) {
        return cipher.open(place(account, channel), sealed);
    }

    private static String place(UUID account, DeliveryChannel channel) {
        return "contact/" + channel + "/" + account;
    }
}
