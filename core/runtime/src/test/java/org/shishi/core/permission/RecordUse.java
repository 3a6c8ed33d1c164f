package org.shishi.core.permission;

import static org.shishi.core.permission.Admission.admitted;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.Records;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.record.World;
import org.shishi.core.record.workshop.Payment;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.Workshops;

/** What may be asked of a record at the door ({@link Records}): with which rights, and how. */
enum RecordUse {
    LIST("list", Set.of(Right.VIEW), (v, c) -> admitted(() -> has(v, c))),
    COUNT("count", Set.of(Right.VIEW), (v, c) -> admitted(() -> counts(v, c))),
    GET("get", Set.of(Right.VIEW), (v, c) -> admitted(() -> v.world.workshops.get(c, v.id))),
    PARTS("partsOf", Set.of(Right.VIEW), (v, c) -> admitted(() -> v.world.visits.partsOf(c, v.id))),
    REMARKS("remarks", Set.of(Right.VIEW), (v, c) -> admitted(() -> v.world.workshops.remarks(c, v.id))),
    CHANGED(
            "changedSinceReturn",
            Set.of(Right.VIEW),
            (v, c) -> admitted(() -> v.world.workshops.changedSinceReturn(c, v.id))),
    HISTORY("history", Set.of(Right.VIEW), (v, c) -> admitted(() -> v.world.workshops.history(c, v.id))),
    ATTACHMENTS("attachments", Set.of(Right.VIEW), (v, c) -> admitted(() -> v.world.workshops.attachments(c, v.id))),
    OPEN_ATTACHMENT(
            "openAttachment",
            Set.of(Right.VIEW),
            (v, c) -> admitted(() -> v.world.workshops.openAttachment(c, v.id, v.attached()))),
    CREATE("create", Set.of(Right.CREATE), (v, c) -> admitted(() -> v.world.workshops.create(c, v.draft()))),
    VALIDATE("validate", Set.of(Right.CREATE), RecordUse::validates),
    WARNINGS("warnings", Set.of(Right.CREATE), (v, c) -> admitted(() -> v.world.workshops.warnings(c, v.record))),
    UPDATE("update", Set.of(Right.CREATE), (v, c) -> admitted(() -> v.world.workshops.update(c, v.record))),
    EDITABLE(
            "editable",
            Set.of(Right.CREATE),
            (v, c) -> !v.world.workshops.editable(c, v.record).isEmpty()),
    // Whoever may change the record, or may take a step from where it is (approvers close drafts).
    ATTACH("attach", Set.of(Right.CREATE, Right.SUBMIT, Right.APPROVE), (v, c) -> admitted(() -> v.attach(c))),
    REVEAL(
            "reveal",
            Set.of(Right.UNMASK),
            (v, c) -> admitted(() -> v.world.workshops.reveal(c, v.id, "mobile", "matrix"))),
    INSPECT("create", Set.of(Right.SUBMIT, Right.INSPECT), (v, c) -> admitted(() -> v.visit(c))),
    SETTLE("create", Set.of(Right.SETTLE), (v, c) -> admitted(() -> v.pay(c))),
    AVAILABLE("available", Set.of(Right.SUBMIT), (v, c) -> v.world.workshops.available(c, v.record).stream()
            .anyMatch(step -> step.action().equals("submit"))),
    SUBMIT("transition", Set.of(Right.SUBMIT), (v, c) -> admitted(() -> v.step(c, "submit"))),
    SUBMIT_ALL("transitionAll", Set.of(Right.SUBMIT), (v, c) -> v.world
            .workshops
            .transitionAll(c, List.of(v.id), TransitionRequest.of("submit"))
            .done()
            .contains(v.id)),
    REVIEW(
            "transition",
            Set.of(Right.REVIEW),
            "DECLARED",
            OrgType.DISTRICT,
            (v, c) -> admitted(() -> v.step(c, "review"))),
    RETURN(
            "transition",
            Set.of(Right.REVIEW),
            "DECLARED",
            OrgType.DISTRICT,
            (v, c) -> admitted(() -> v.step(c, "return"))),
    APPROVE(
            "transition",
            Set.of(Right.APPROVE),
            "REVIEWED",
            OrgType.CITY,
            (v, c) -> admitted(() -> v.step(c, "approve")));

    /** Asks for it once. */
    interface Ask {
        boolean admits(Visited visited, Caller caller);
    }

    final String method;
    final Set<Right> anyOf;
    final String state;
    final OrgType level;
    final Ask ask;

    RecordUse(String method, Set<Right> anyOf, Ask ask) {
        this(method, anyOf, "DRAFT", null, ask);
    }

    RecordUse(String method, Set<Right> anyOf, String state, OrgType level, Ask ask) {
        this.method = method;
        this.anyOf = anyOf;
        this.state = state;
        this.level = level;
        this.ask = ask;
    }

    /** Nobody made it before. */
    boolean ofSomethingNew() {
        return this == CREATE;
    }

    private static void has(Visited visited, Caller caller) {
        require(!visited.world.workshops.list(caller, visited.named()).items().isEmpty());
    }

    private static void counts(Visited visited, Caller caller) {
        require(visited.world.workshops.count(caller, visited.named(), 10) == 1);
    }

    private static void require(boolean found) {
        if (!found) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }

    private static boolean validates(Visited visited, Caller caller) {
        return admitted(() -> {
            var wrong = visited.world.workshops.validate(caller, visited.record);
            if (!admitted(wrong)) {
                throw new RefusedException(wrong);
            }
        });
    }

    /** A record of an owner in the state that the use needs, made and moved by others than the one who asks, unless said. */
    static final class Visited {

        final World world;
        final Organisation owner;
        final Workshop record;
        final UUID id;
        private final Caller maker;
        private final String name;

        Visited(World world, Organisation owner, String state, int number) {
            this(world, owner, state, number, world.person("maker", owner, Role.GRASSROOTS_OFFICER));
        }

        Visited(World world, Organisation owner, String state, int number, Caller maker) {
            this.world = world;
            this.owner = owner;
            this.name = "m" + number;
            this.maker = maker;
            Workshop draft = draft();
            draft.setName(name);
            draft.setMobile("13800000000");
            Workshop made = world.workshops.create(maker, draft);
            id = made.id();
            if (!state.equals("DRAFT")) {
                step(maker, "submit");
            }
            if (state.equals("REVIEWED")) {
                Organisation district = owner.within(world.tree.east) ? world.tree.east : world.tree.west;
                step(world.person("reviewer", district, Role.SECOND_LEVEL_APPROVER), "review");
            }
            record = world.workshops.get(maker, id);
        }

        RecordQuery named() {
            return new RecordQuery(Map.of(), name, null, false, null, false, 10);
        }

        Workshop draft() {
            Workshop draft = world.draft(UUID.randomUUID().toString().substring(0, 12));
            draft.head().ownerOrg(owner.id());
            return draft;
        }

        UUID attached() {
            return attach(maker);
        }

        UUID attach(Caller caller) {
            byte[] file = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
            return world.workshops
                    .attach(caller, id, "plan", "plan.pdf", new ByteArrayInputStream(file))
                    .id();
        }

        void visit(Caller caller) {
            Visit visit = Workshops.VISITS.blank();
            visit.setWorkshop(id);
            visit.setReport("matrix");
            world.visits.create(caller, visit);
        }

        void pay(Caller caller) {
            Payment payment = Workshops.PAYMENTS.blank();
            payment.setWorkshop(id);
            payment.setAmountFen(100L);
            world.payments.create(caller, payment);
        }

        void step(Caller caller, String action) {
            world.workshops.transition(caller, id, -1, TransitionRequest.of(action, "matrix"));
        }
    }
}
