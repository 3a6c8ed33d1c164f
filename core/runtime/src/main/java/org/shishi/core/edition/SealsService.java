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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;

/** Seals are added, never changed; their content is encrypted, its digest kept beside it. */
@Component(service = Seals.class)
public final class SealsService implements Seals {

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
        Map<String, Object> values = values(programme, basis);
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String json = PlainJson.write(content(basis, version, values));
        String digest = digest(json);
        database.transact(handle -> handle.createUpdate("insert into core.seal (id, programme_id, edition_year, object,"
                        + " rule_id, content, digest, sealed_by, sealed_name, sealed_at) values (:id, :programme, :year,"
                        + " :object, :rule, :content, :digest, :by, :name, :at)")
                .bind("id", id)
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("object", basis.object())
                .bind("rule", basis.ruleId())
                .bind("content", cipher.seal(place(id), json))
                .bind("digest", digest)
                .bind("by", caller.accountId())
                .bind("name", caller.name())
                .bind("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .execute());
        return new Seal(id, basis, version, values, caller.name(), now, digest);
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
        content.put("persons", new TreeMap<>(basis.persons()));
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
        if (!digest(json).equals(row.getString("digest"))) {
            throw new IllegalStateException("the seal " + id + " was changed");
        }
        Map<?, ?> content = (Map<?, ?>) PlainJson.parse(json);
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("values")).forEach((name, value) -> values.put((String) name, value));
        Map<String, Long> sums = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("sums")).forEach((name, sum) -> sums.put((String) name, ((Number) sum).longValue()));
        Map<String, String> persons = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("persons")).forEach((name, known) -> persons.put((String) name, (String) known));
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
            if (!Objects.equals(then, persons.get(name))) {
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

    private static String digest(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
