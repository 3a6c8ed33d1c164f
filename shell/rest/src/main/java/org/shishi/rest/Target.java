package org.shishi.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.BatchResult;
import org.shishi.api.record.Field;
import org.shishi.api.record.HistoryEntry;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordPage;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Transition;

/**
 * The records of one type of one programme, for one request.
 *
 * @param <T> the entity
 */
final class Target<T extends ProgrammeRecord> {

    private static final Set<String> ALWAYS = Set.of("limit", "after", "before", "sort", "q", "status", "owner");

    private final Exchange exchange;
    private final LiveProgramme programme;
    private final RecordType<T> type;
    private final Records<T> records;
    private final Caller caller;
    private final Refusals refusals;

    private Target(Exchange exchange, LiveProgramme programme, RecordType<T> type, Refusals refusals) {
        this.exchange = exchange;
        this.programme = programme;
        this.type = type;
        this.records = programme.context().records(type);
        this.caller = exchange.caller();
        this.refusals = refusals;
    }

    /** @throws RefusedException {@code CORE-NOT-FOUND} when the programme has no such records */
    static Target<?> of(Exchange exchange, LiveProgramme programme, String records, Refusals refusals) {
        return programme
                .descriptor()
                .record(records)
                .<Target<?>>map(type -> new Target<>(exchange, programme, type, refusals))
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    Reply list() {
        RecordPage<T> page = records.list(caller, query());
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(
                "items",
                page.items().stream().map(item -> RecordJson.write(type, item)).toList());
        plain.put("next", page.next());
        plain.put("previous", page.previous());
        return Reply.ok(plain);
    }

    /** The list's conditions, as the export takes them too. */
    RecordQuery query() {
        Map<String, List<String>> filters = new HashMap<>();
        Set<String> known = new TreeSet<>(ALWAYS);
        type.fields().stream().filter(Field::isFiltered).map(Field::name).forEach(known::add);
        for (String name : exchange.query().keySet()) {
            if (!known.contains(name)) {
                throw new Json.BadRequest("unknown query parameter '" + name + "'; known: " + String.join(", ", known));
            }
        }
        known.stream()
                .filter(name -> name.equals("status") || name.equals("owner") || !ALWAYS.contains(name))
                .filter(name -> !exchange.queries(name).isEmpty())
                .forEach(name -> filters.put(name, exchange.queries(name)));
        String sort = exchange.query("sort").orElse(null);
        boolean descending = sort != null && sort.startsWith("-");
        String before = exchange.query("before").orElse(null);
        return new RecordQuery(
                filters,
                exchange.query("q").orElse(null),
                descending ? sort.substring(1) : sort,
                descending,
                before != null ? before : exchange.query("after").orElse(null),
                before != null,
                exchange.number("limit", 50, 1, 500));
    }

    Reply create() {
        Map<String, Object> body = new LinkedHashMap<>(exchange.json());
        T draft = type.blank();
        String owner = Json.text(body, "ownerOrg");
        body.remove("ownerOrg");
        if (owner != null) {
            draft.head().ownerOrg(uuid("ownerOrg", owner));
        }
        String whole = type.partOf().map(part -> part.reference().name()).orElse(null);
        if (whole != null && Json.text(body, whole) != null) {
            UUID wholeId = uuid(whole, Json.text(body, whole));
            type.partOf().orElseThrow().reference().set(draft, wholeId);
        }
        refuseUnless(PlainValues.into(type, draft, body), draft);
        T created = records.create(caller, draft);
        return one(201, created).with("Location", "/api/v1" + path(created.id()));
    }

    /** Wrong types and the checks' violations come together. */
    private void refuseUnless(List<Violation> faults, T draft) {
        if (faults.isEmpty()) {
            return;
        }
        List<Violation> all = new ArrayList<>(faults);
        records.validate(caller, draft).stream()
                .filter(v -> faults.stream()
                        .noneMatch(f -> f.field() != null && f.field().equals(v.field())))
                .forEach(all::add);
        throw new RefusedException(type.inRuleOrder(all));
    }

    Reply get() {
        return one(200, records.get(caller, exchange.id("id")));
    }

    Reply update() {
        String match = exchange.request().getHeader("If-Match");
        if (match == null) {
            return Problems.of(428, "Precondition required", "请在 If-Match 中给出读取时的 ETag");
        }
        T stored = records.get(caller, exchange.id("id"));
        if (!matches(match, stored)) {
            throw new RefusedException("CORE-STALE", null);
        }
        Map<String, Object> body = RecordJson.typed(type, stored, exchange.json());
        refuseUnless(PlainValues.into(type, stored, body), stored);
        return one(200, records.update(caller, stored));
    }

    Reply transition() {
        String match = exchange.request().getHeader("If-Match");
        UUID id = exchange.id("id");
        long version = -1;
        if (match != null && !match.equals("*")) {
            T seen = records.get(caller, id);
            if (!matches(match, seen)) {
                throw new RefusedException("CORE-STALE", null);
            }
            version = seen.version();
        }
        return one(200, records.transition(caller, id, version, request(exchange.json())));
    }

    Reply batch() {
        Map<String, Object> body = exchange.json();
        if (!(body.get("ids") instanceof List<?> ids) || ids.isEmpty() || ids.size() > 5000) {
            throw new Json.BadRequest("'ids' is a list of 1 to 5000 ids");
        }
        List<UUID> wanted =
                ids.stream().map(id -> uuid("ids", String.valueOf(id))).toList();
        BatchResult result = records.transitionAll(caller, wanted, request(body));
        return Reply.ok(Map.of(
                "done", result.done().stream().map(UUID::toString).toList(),
                "skipped", result.skipped().stream().map(this::skipped).toList()));
    }

    private Map<String, Object> skipped(BatchResult.Skipped skipped) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", skipped.id().toString());
        plain.put("title", skipped.title());
        plain.put(
                "refusals",
                refusals.plain(skipped.reasons(), programme.context().texts()));
        return plain;
    }

    private static TransitionRequest request(Map<String, Object> body) {
        String action = Json.text(body, "action");
        if (action == null) {
            throw new Json.BadRequest("'action' is needed");
        }
        return new TransitionRequest(action, Json.text(body, "reason"), remarks(body));
    }

    static Map<String, String> remarks(Map<String, Object> body) {
        Map<String, String> remarks = new HashMap<>();
        Json.object(body, "remarks").forEach((field, remark) -> remarks.put(field, String.valueOf(remark)));
        return remarks;
    }

    Reply history() {
        return Reply.ok(records.history(caller, exchange.id("id")).stream()
                .map(Target::plain)
                .toList());
    }

    private static Map<String, Object> plain(HistoryEntry entry) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("at", entry.at().toString());
        plain.put("by", entry.byName());
        plain.put("organisation", entry.organisation());
        plain.put("action", entry.action());
        plain.put("from", entry.from());
        plain.put("to", entry.to());
        plain.put("reason", entry.reason());
        plain.put("remarks", entry.remarks());
        plain.put("changed", entry.changed());
        return plain;
    }

    /** This type's records that are parts of a record of another type. */
    Reply partsOf(UUID whole) {
        return Reply.ok(Map.of(
                "items",
                records.partsOf(caller, whole).stream()
                        .map(part -> RecordJson.write(type, part))
                        .toList()));
    }

    RecordType<T> type() {
        return type;
    }

    Records<T> records() {
        return records;
    }

    private Reply one(int status, T record) {
        Map<String, Object> plain = RecordJson.write(type, record);
        if (type.workflow().isPresent()) {
            plain.put(
                    "actions",
                    records.available(caller, record).stream()
                            .map(Transition::action)
                            .distinct()
                            .toList());
        }
        return Reply.json(status, plain).with("ETag", etag(record));
    }

    private String path(UUID id) {
        return "/" + programme.context().year() + "/" + programme.descriptor().id() + "/" + type.id() + "/" + id;
    }

    private String etag(T record) {
        return "\"" + record.version() + "\"";
    }

    /** {@code *} or one of several tags. */
    private boolean matches(String ifMatch, T record) {
        return ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(etag(record)::equals);
    }

    static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-INPUT", field);
        }
    }
}
