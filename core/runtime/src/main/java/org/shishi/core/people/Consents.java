package org.shishi.core.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.PersonRegistry.Consent;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Ids;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;

/** Who agreed to what in which words, when, and who wrote it down (§13.7). Withdrawn ones stay. */
@Component(service = Consents.class)
public final class Consents {

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public Consents(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A programme has opened: what it asks people to agree to is kept, word for word. */
    public void declare(ProgrammeContext programme) {
        programme.descriptor().records().stream()
                .flatMap(type -> type.person().stream())
                .filter(fields -> fields.consent() != null)
                .flatMap(fields -> text(programme, fields.purpose()).stream())
                .forEach(this::keep);
    }

    private void keep(Text text) {
        database.transact(handle -> {
            if (!kept(handle, id(text))) {
                // Another node may open the programme at the same moment.
                Inserts.unlessTaken(
                        handle, () -> handle.createUpdate("insert into core.consent_text (id, text_zh, text_en,"
                                        + " first_seen) values (:id, :zh, :en, :at)")
                                .bind("id", id(text))
                                .bind("zh", text.zh())
                                .bind("en", text.en())
                                .bind("at", OffsetDateTime.now(clock))
                                .execute());
            }
            return null;
        });
    }

    private static boolean kept(Handle handle, String id) {
        return handle.createQuery("select count(*) from core.consent_text where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Optional<Text> text(ProgrammeContext programme, String purpose) {
        String key = "consent." + purpose;
        return programme.texts().has(key) ? Optional.of(programme.texts().get(key)) : Optional.empty();
    }

    private static String id(Text text) {
        try {
            byte[] both = (text.zh() + "\n" + text.en()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the transaction of the record that it belongs to. */
    public void give(Caller caller, UUID person, String purpose, ProgrammeContext programme, String object) {
        database.transact(handle -> handle.createUpdate("insert into core.consent (id, person_id, purpose,"
                        + " programme_id, edition_year, object, given_at, recorded_by, recorded_name,"
                        + " organisation_id, text_id, version) values (:id, :person, :purpose, :programme, :year,"
                        + " :object, :at, :by, :name, :organisation, :text, :version)")
                .bind("id", Ids.next())
                .bind("person", person)
                .bind("purpose", purpose)
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("object", object)
                .bind("at", OffsetDateTime.now(clock))
                .bind("by", caller.accountId())
                .bind("name", caller.name())
                .bind("organisation", caller.organisation().id())
                .bind("text", text(programme, purpose).map(Consents::id).orElse(null))
                .bind("version", programme.version())
                .execute());
    }

    /** Those that were written down in a scope, newest first. */
    static List<Consent> of(Handle handle, PersonScope scope, UUID person) {
        String sql = "select c.id, c.purpose, c.programme_id, c.edition_year, c.given_at, c.recorded_name,"
                + " c.withdrawn_at, c.withdrawn_name, c.version, o.name as organisation, t.text_zh, t.text_en,"
                + " g.title_zh, g.title_en from core.consent c"
                + " left join core.organisation o on o.id = c.organisation_id"
                + " left join core.consent_text t on t.id = c.text_id"
                + " left join core.programme g on g.id = c.programme_id and g.edition_year = c.edition_year"
                + " where c.person_id = :person and " + scope.consent("c") + " order by c.given_at desc, c.id";
        return scope.bind(handle.createQuery(sql), sql)
                .bind("person", person)
                .map((row, context) -> consent(row))
                .list();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        String programme = row.getString("programme_id");
        String title = row.getString("title_zh");
        String text = row.getString("text_zh");
        return new Consent(
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                programme,
                row.getInt("edition_year"),
                title == null ? Text.same(programme) : new Text(title, row.getString("title_en")),
                text == null ? null : new Text(text, row.getString("text_en")),
                row.getString("version"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_name"),
                row.getString("organisation"),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_name"));
    }

    /** @return whether there was one in force and in scope */
    boolean withdraw(Caller caller, PersonScope scope, UUID person, UUID consent) {
        return 1
                == database.transact(
                        handle -> of(handle, scope, person).stream().noneMatch(c -> c.id().equals(consent))
                                ? 0
                                : handle.createUpdate("update core.consent set withdrawn_at = :at,"
                                                + " withdrawn_name = :name where id = :id and person_id = :person"
                                                + " and withdrawn_at is null")
                                        .bind("at", OffsetDateTime.now(clock))
                                        .bind("name", caller.name())
                                        .bind("id", consent)
                                        .bind("person", person)
                                        .execute());
    }
}
