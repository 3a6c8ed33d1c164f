package org.shishi.core.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Right;
import org.shishi.api.text.Text;

/**
 * Delivers what is already worded. Takes part in the transaction that runs on this thread: sent with what it tells of, or
 * not at all. The same type, object and day reaches an account once, however often and on however many nodes.
 */
public interface Post {

    /**
     * @param programmeId and year: whom it comes from; {@code core} and 0 for the platform itself
     * @param object what it is about, stable
     * @param day the day it belongs to
     * @param link path inside the platform; null: none
     * @param sms worth a text message, in these words; null: not
     */
    record Message(
            String programmeId,
            int year,
            String type,
            String object,
            LocalDate day,
            Text title,
            Text body,
            String link,
            Text sms) {

        /** Not worth a text message, as most are not. */
        public Message(
                String programmeId,
                int year,
                String type,
                String object,
                LocalDate day,
                Text title,
                Text body,
                String link) {
            this(programmeId, year, type, object, day, title, body, link, null);
        }

        /** The platform's own, not a programme's. */
        public static Message ofPlatform(
                String type, String object, LocalDate day, Text title, Text body, String link) {
            return new Message("core", 0, type, object, day, title, body, link);
        }
    }

    /**
     * @param organisation to its accounts, and to who stands in for one of them today, …
     * @param rights … that hold one of these in the message's programme; empty: all that have a role in it
     * @param maker who made the record that it is about; null: it is about none. Whose roles reach only what they made is
     *     told of nothing else
     */
    record Letter(UUID organisation, Set<Right> rights, UUID maker, Message message) {

        public Letter(UUID organisation, Set<Right> rights, Message message) {
            this(organisation, rights, null, message);
        }
    }

    /**
     * How many people a letter would reach as of now.
     *
     * @return by organisation; those that nobody acts for are missing
     */
    Map<UUID, Integer> reach(Set<Right> rights, String programmeId, Collection<UUID> organisations);

    /** @return how many people were told now */
    int deliver(Collection<Letter> letters);

    /** To these accounts, whatever their roles; disabled ones are not told. */
    int toAccounts(Collection<UUID> accounts, Message message);

    /**
     * To those who stand in for one of these accounts today: what they can do in its place.
     *
     * @param except not to this one, who has done what is told of; null: to all
     */
    int toDeputies(Collection<UUID> absent, UUID except, Message message);

    /** To all who run the platform, and to who stands in for one of them today. */
    int toAdministrators(Message message);
}
