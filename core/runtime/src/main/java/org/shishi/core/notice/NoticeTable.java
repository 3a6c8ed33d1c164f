package org.shishi.core.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.shishi.api.record.Ids;
import org.shishi.api.text.Text;
import org.shishi.core.notice.Post.Message;
import org.shishi.core.persistence.Inserts;

/** Writes into {@code core.notice}; its unique key is what makes "once" true. */
final class NoticeTable {

    /** A message for one account. */
    record Copy(UUID id, UUID account, Message message) {

        Copy(UUID account, Message message) {
            this(Ids.next(), account, message);
        }
    }

    private static final int CHUNK = 1_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_BODY = 4_000;
    private static final int LONGEST_SMS = 500;

    // Not "values": the driver would melt such a batch into one statement that no longer says which rows were new.
    private static final String INSERT =
            """
            insert into core.notice (id, account_id, programme_id, edition_year, type, object, for_day,
                                     title_zh, title_en, body_zh, body_en, link, sms_zh, sms_en, sent_at)
            select :id, :account, :programme, :year, :type, :object, :day, :titleZh, :titleEn, :bodyZh, :bodyEn, :link,
                   :smsZh, :smsEn, :at
            """;

    /** PostgreSQL decides by the unique index alone; a condition it would plan by statistics that are not there yet. */
    private static final String UNLESS_THERE_POSTGRES = "on conflict do nothing";

    private static final String UNLESS_THERE_H2 =
            """
            where not exists (
                select 1 from core.notice
                where account_id = :account and programme_id = :programme and edition_year = :year
                  and type = :type and object = :object and for_day = :day)
            """;

    private final boolean postgres;
    private final Clock clock;
    private final Letters letters;

    NoticeTable(boolean postgres, Clock clock, Letters letters) {
        this.postgres = postgres;
        this.clock = clock;
        this.letters = letters;
    }

    /** @return how many were not there yet */
    int insert(Handle handle, List<Copy> copies) {
        Instant now = clock.instant();
        int inserted = 0;
        for (int from = 0; from < copies.size(); from += CHUNK) {
            List<Copy> chunk = copies.subList(from, Math.min(copies.size(), from + CHUNK));
            List<Copy> fresh = postgres ? inBatch(handle, chunk, now) : oneByOne(handle, chunk, now);
            inserted += fresh.size();
            letters.write(handle, fresh, now);
        }
        return inserted;
    }

    /** @return those that were not there yet */
    private static List<Copy> inBatch(Handle handle, List<Copy> copies, Instant now) {
        // Where somebody else is just inserting the same, this waits for the end of that and then does nothing.
        try (PreparedBatch batch = handle.prepareBatch(INSERT + UNLESS_THERE_POSTGRES)) {
            copies.forEach(copy -> bind(batch, copy, now).add());
            int[] counts = batch.execute();
            return IntStream.range(0, counts.length)
                    .filter(i -> counts[i] > 0)
                    .mapToObj(copies::get)
                    .toList();
        }
    }

    /** H2 knows no "on conflict": who is just inserting the same is waited for and noticed by the refusal. */
    private static List<Copy> oneByOne(Handle handle, List<Copy> copies, Instant now) {
        List<Copy> fresh = new ArrayList<>();
        try (Update insert = handle.createUpdate(INSERT + UNLESS_THERE_H2)) {
            for (Copy copy : copies) {
                bind(insert, copy, now);
                Inserts.unlessTaken(handle, () -> {
                    if (insert.execute() > 0) {
                        fresh.add(copy);
                    }
                });
            }
        }
        return fresh;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Copy copy, Instant now) {
        Message message = copy.message();
        Text title = message.title();
        Text body = message.body();
        return statement
                .bind("id", copy.id())
                .bind("account", copy.account())
                .bind("programme", message.programmeId())
                .bind("year", message.year())
                .bind("type", message.type())
                .bind("object", message.object())
                .bind("day", message.day())
                .bind("titleZh", shortened(title.zh(), LONGEST_TITLE))
                .bind("titleEn", shortened(title.en(), LONGEST_TITLE))
                .bind("bodyZh", shortened(body.zh(), LONGEST_BODY))
                .bind("bodyEn", shortened(body.en(), LONGEST_BODY))
                .bind("link", message.link())
                .bind(
                        "smsZh",
                        message.sms() == null ? null : shortened(message.sms().zh(), LONGEST_SMS))
                .bind(
                        "smsEn",
                        message.sms() == null ? null : shortened(message.sms().en(), LONGEST_SMS))
                .bind("at", now);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
