package org.shishi.core.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Templates.Change;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.record.Ids;
import org.shishi.api.text.Text;

/** The table {@code core.template_wording}, of one edition. */
final class WordingRows {

    private static final String THIS = " where programme_id = :programme and edition_year = :year";

    private final Handle handle;
    private final String programmeId;
    private final int year;

    WordingRows(Handle handle, String programmeId, int year) {
        this.handle = handle;
        this.programmeId = programmeId;
        this.year = year;
    }

    /** In force, by template. */
    Map<String, Wording> published() {
        return of("PUBLISHED");
    }

    Map<String, Wording> drafts() {
        return of("DRAFT");
    }

    private Map<String, Wording> of(String state) {
        Map<String, Wording> found = new HashMap<>();
        edition(handle.createQuery("select * from core.template_wording" + THIS + " and state = :state"))
                .bind("state", state)
                .map((row, context) -> Map.entry(row.getString("template"), wording(row)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    List<Change> history(String template) {
        return edition(handle.createQuery("select * from core.template_wording" + THIS
                        + " and template = :template and state <> 'DRAFT' order by changed_at desc, id desc"))
                .bind("template", template)
                .map((row, context) -> change(row))
                .list();
    }

    void dropDraft(String template) {
        edition(handle.createUpdate(
                        "delete from core.template_wording" + THIS + " and template = :template and state = 'DRAFT'"))
                .bind("template", template)
                .execute();
    }

    /** @return whether one was in force */
    boolean replace(String template) {
        return edition(handle.createUpdate("update core.template_wording set state = 'REPLACED', only_key = null" + THIS
                                + " and template = :template and state = 'PUBLISHED'"))
                        .bind("template", template)
                        .execute()
                > 0;
    }

    /** @param wording null: the original words again */
    void insert(String template, String state, Wording wording, String reason, Caller by, Instant at) {
        Text title = wording == null ? null : wording.title();
        Text body = wording == null ? null : wording.body();
        Text sms = wording == null ? null : wording.sms();
        edition(
                        handle.createUpdate(
                                """
                        insert into core.template_wording (id, programme_id, edition_year, template, state, title_zh, title_en,
                            body_zh, body_en, sms_zh, sms_en, only_key, reason, changed_by, changed_name, changed_at)
                        values (:id, :programme, :year, :template, :state, :titleZh, :titleEn, :bodyZh, :bodyEn, :smsZh, :smsEn,
                            :only, :reason, :by, :name, :at)
                        """))
                .bind("id", Ids.next())
                .bind("template", template)
                .bind("state", state)
                .bind("titleZh", zh(title))
                .bind("titleEn", en(title))
                .bind("bodyZh", zh(body))
                .bind("bodyEn", en(body))
                .bind("smsZh", zh(sms))
                .bind("smsEn", en(sms))
                .bind("only", wording == null ? null : state + "/" + programmeId + "/" + year + "/" + template)
                .bind("reason", reason)
                .bind("by", by.accountId())
                .bind("name", by.name())
                .bind("at", at)
                .execute();
    }

    private static String zh(Text text) {
        return text == null ? null : text.zh();
    }

    private static String en(Text text) {
        return text == null ? null : text.en();
    }

    private <S extends SqlStatement<S>> S edition(S statement) {
        return statement.bind("programme", programmeId).bind("year", year);
    }

    private static Change change(ResultSet row) throws SQLException {
        boolean reset = row.getString("state").equals("RESET");
        return new Change(
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_name"),
                reset ? Change.Kind.RESET : Change.Kind.PUBLISHED,
                row.getString("reason"),
                reset ? null : wording(row));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                text(row, "title").orElse(null),
                text(row, "body").orElse(null),
                text(row, "sms").orElse(null));
    }

    private static Optional<Text> text(ResultSet row, String part) throws SQLException {
        String zh = row.getString(part + "_zh");
        return zh == null ? Optional.empty() : Optional.of(new Text(zh, row.getString(part + "_en")));
    }
}
