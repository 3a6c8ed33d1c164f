package org.shishi.core.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/**
 * Seals are added, never changed; their content is encrypted, its digest kept beside it. Of persons the content holds
 * commitments; what was known of them, and the salt, stand apart and are destroyed when their retention ends, so that the
 * rest can still be proved.
 */
@Component(service = {Seals.class, SealsService.class})
public final class SealsService implements Seals {

    private static final String COMMITMENTS = "commitments";
    private static final String PERSONS = "persons";
    private static final String SALT = "salt";

    /**
     * A seal from before persons stood apart, without them now.
     *
     * @param digest as vouchers name it
     * @param redacted of what is left
     */
    public record Redacted(UUID id, String digest, String redacted) {}

    /** @param seals how many lost their persons */
    public record Forgotten(int seals, List<Redacted> redacted) {}

    private final CoreDatabase database;
    private final FieldCipher cipher;
    private final Clock clock;

    @Activate
    public SealsService(@Reference CoreDatabase database, @Reference Keys keys, @Reference Clock clock) {
        this.database = database;
        this.cipher = new FieldCipher(keys);
        this.clock = clock;
    }

    @Override
    public Seal seal(Caller caller, ProgrammeContext programme, String version, Basis basis) {
        return seal(caller, programme, version, basis, Map.of());
    }

    @Override
    public Seal seal(Caller caller, ProgrammeContext programme, String version, Basis basis, Map<String, Object> used) {
        Map<String, Object> values = values(programme, basis);
        used.forEach((name, value) -> values.replace(name, PlainJson.days(value)));
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Commitments commitments = Commitments.fresh();
        Map<String, Object> content = content(basis, version, values);
        content.put(COMMITMENTS, commitments.of(basis.persons()));
        String json = PlainJson.write(content);
        String digest = digest(json);
        database.transact(handle -> handle.createUpdate("insert into core.seal (id, programme_id, edition_year, object,"
                        + " rule_id, content, apart, persons, digest, sealed_by, sealed_name, sealed_at) values (:id, :programme, :year,"
                        + " :object, :rule, :content, true, :persons, :digest, :by, :name, :at)")
                .bind("id", id)
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("object", basis.object())
                .bind("rule", basis.ruleId())
                .bind("content", cipher.seal(place(id), json))
                .bind(PERSONS, cipher.seal(personsPlace(id), apart(commitments, basis.persons())))
                .bind("digest", digest)
                .bind("by", caller.accountId())
                .bind("name", caller.name())
                .bind("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .execute());
        return new Seal(id, basis, version, values, caller.name(), now, digest);
    }

    private static String apart(Commitments commitments, Map<String, String> persons) {
        return PlainJson.write(Map.of(SALT, commitments.salt(), PERSONS, new TreeMap<>(persons)));
    }

    /** As they were on the day, however they are changed later. */
    private static Map<String, Object> values(ProgrammeContext programme, Basis basis) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : basis.parameters()) {
            values.put(
                    name,
                    PlainJson.days(
                            programme.edition().on(basis.day()).value(name).orElse(null)));
        }
        return values;
    }

    private static Map<String, Object> content(Basis basis, String version, Map<String, Object> values) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("object", basis.object());
        content.put("rule", basis.ruleId());
        content.put("day", basis.day().toString());
        content.put("version", version);
        content.put("values", values);
        content.put("sums", new TreeMap<>(basis.sums()));
        return content;
    }

    @Override
    public List<Seal> of(String object) {
        return database.read(
                handle -> handle.createQuery("select * from core.seal where object = :object order by sealed_at, id")
                        .bind("object", object)
                        .map((row, context) -> read(row))
                        .list());
    }

    private Seal read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String json = cipher.open(place(id), row.getString("content"));
        String redacted = row.getString("redacted_digest");
        if (!digest(json).equals(redacted == null ? row.getString("digest") : redacted)) {
            throw changed(id);
        }
        Map<?, ?> content = (Map<?, ?>) PlainJson.parse(json);
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("values")).forEach((name, value) -> values.put((String) name, value));
        Map<String, Long> sums = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("sums")).forEach((name, sum) -> sums.put((String) name, ((Number) sum).longValue()));
        Map<String, String> persons = content.containsKey(COMMITMENTS)
                ? persons(id, (Map<?, ?>) content.get(COMMITMENTS), row.getString(PERSONS))
                : texts((Map<?, ?>) content.get(PERSONS));
        Basis basis = new Basis(
                row.getString("object"),
                row.getString("rule_id"),
                LocalDate.parse((String) content.get("day")),
                List.copyOf(values.keySet()),
                sums,
                persons);
        return new Seal(
                id,
                basis,
                (String) content.get("version"),
                values,
                row.getString("sealed_name"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("digest"));
    }

    /** Checked against what the content says of them; null where they are destroyed. */
    private Map<String, String> persons(UUID id, Map<?, ?> commitments, String sealed) {
        if (sealed == null) {
            Map<String, String> gone = new LinkedHashMap<>();
            commitments.keySet().forEach(name -> gone.put((String) name, null));
            return gone;
        }
        Map<?, ?> apart = (Map<?, ?>) PlainJson.parse(cipher.open(personsPlace(id), sealed));
        Map<String, String> persons = texts((Map<?, ?>) apart.get(PERSONS));
        if (!new Commitments((String) apart.get(SALT)).of(persons).equals(commitments)) {
            throw changed(id);
        }
        return persons;
    }

    private static Map<String, String> texts(Map<?, ?> parsed) {
        Map<String, String> texts = new LinkedHashMap<>();
        parsed.forEach((name, text) -> texts.put((String) name, (String) text));
        return texts;
    }

    private static IllegalStateException changed(UUID id) {
        return new IllegalStateException("the seal " + id + " was changed");
    }

    /** How many seals of these records still know their persons. */
    public long knowing(Handle handle, List<String> objects) {
        return objects.isEmpty() ? 0 : of(handle, objects).size();
    }

    /** Destroys what seals of these records know of persons; the rest stays and can be proved. */
    public Forgotten forget(Handle handle, List<String> objects) {
        if (objects.isEmpty()) {
            return new Forgotten(0, List.of());
        }
        List<Redacted> redacted = new ArrayList<>();
        List<Stored> known = of(handle, objects);
        for (Stored seal : known) {
            if (seal.apart()) {
                handle.createUpdate("update core.seal set persons = null where id = :id")
                        .bind("id", seal.id())
                        .execute();
            } else {
                redacted.add(redact(handle, seal));
            }
        }
        return new Forgotten(known.size(), redacted);
    }

    /** @param apart whether its persons stand apart; else they stand in the content */
    private record Stored(UUID id, String content, String digest, boolean apart) {}

    private static List<Stored> of(Handle handle, List<String> objects) {
        return handle.createQuery("select id, content, digest, apart from core.seal where object in (<objects>)"
                        + " and (persons is not null or not apart and redacted_digest is null) order by id")
                .bindList("objects", objects)
                .map((row, context) ->
                        new Stored(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }

    private Redacted redact(Handle handle, Stored seal) {
        String json = cipher.open(place(seal.id()), seal.content());
        if (!digest(json).equals(seal.digest())) {
            throw changed(seal.id());
        }
        Map<String, Object> content = new LinkedHashMap<>();
        ((Map<?, ?>) PlainJson.parse(json)).forEach((name, value) -> content.put((String) name, value));
        Map<String, String> persons = texts((Map<?, ?>) content.remove(PERSONS));
        content.put(COMMITMENTS, Commitments.fresh().of(persons));
        content.put("formerDigest", seal.digest());
        String left = PlainJson.write(content);
        Redacted redacted = new Redacted(seal.id(), seal.digest(), digest(left));
        handle.createUpdate("update core.seal set content = :content, redacted_digest = :digest where id = :id")
                .bind("content", cipher.seal(place(seal.id()), left))
                .bind("digest", redacted.redacted())
                .bind("id", seal.id())
                .execute();
        return redacted;
    }

    @Override
    public List<Difference> differences(
            Seal seal, ProgrammeContext programme, String version, Map<String, String> persons) {
        List<Difference> found = new ArrayList<>();
        Map<String, Object> now = values(programme, seal.basis());
        seal.values().forEach((name, then) -> {
            if (!Objects.equals(PlainJson.write(then), PlainJson.write(now.get(name)))) {
                found.add(new Difference(name, then, now.get(name)));
            }
        });
        seal.basis().persons().forEach((name, then) -> {
            // What was destroyed differs from nothing.
            if (then != null && !Objects.equals(then, persons.get(name))) {
                found.add(new Difference(name, then, persons.get(name)));
            }
        });
        if (!seal.version().equals(version)) {
            found.add(new Difference("version", seal.version(), version));
        }
        return found;
    }

    private static String place(UUID id) {
        return "seal/content/" + id;
    }

    private static String personsPlace(UUID id) {
        return "seal/persons/" + id;
    }

    private static String digest(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
