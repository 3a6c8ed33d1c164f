package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.Post;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.workshop.Visit;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopProgramme;
import org.shishi.core.record.workshop.Workshops;
import org.shishi.core.sample.Defaults;

/** Members see what they made themselves, and hear of it (R-C.13). */
@ParameterizedClass
@EnumSource
class MembersTest {

    private final World world;
    private final Todos todos;
    private Caller member;
    private Caller officer;
    private UUID own;
    private UUID others;

    MembersTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        todos = new TodoService(world.db.core(), new LiveYears(), world.clock());
    }

    @BeforeEach
    void returned() {
        member = world.stored(world.person("member", world.tree.factory, Role.MEMBER));
        officer = world.stored(world.officer());
        own = returned(member, "own");
        others = returned(officer, "others");
    }

    private UUID returned(Caller maker, String name) {
        Workshop draft = world.draft(name);
        draft.head().ownerOrg(world.tree.factory.id());
        UUID id = world.workshops.create(maker, draft).id();
        world.workshops.transition(maker, id, -1, TransitionRequest.of("submit"));
        world.workshops.transition(world.reviewer(), id, -1, new TransitionRequest("return", "请补充", Map.of()));
        return id;
    }

    private List<UUID> waiting(Caller caller, Todos.View view) {
        return todos.list(caller, new Todos.Query(view, Todos.Urgency.ALL, null, null), null, 10).stream()
                .map(Todos.Todo::recordId)
                .toList();
    }

    @Test
    void listsHoldNothingOfOthers() {
        RecordQuery all = new RecordQuery(Map.of(), null, null, false, null, false, 10);
        assertEquals(1, world.workshops.count(member, all, 10));
        assertEquals(
                List.of(own),
                world.workshops.list(member, all).items().stream()
                        .map(Workshop::id)
                        .toList());
        assertEquals(2, world.workshops.count(officer, all, 10));
    }

    @Test
    void whatWaitsIsTheirOwn() {
        for (Todos.View view : List.of(Todos.View.MINE, Todos.View.UNIT)) {
            assertEquals(List.of(own), waiting(member, view), view.name());
            assertEquals(Set.of(own, others), Set.copyOf(waiting(officer, view)), view.name());
        }
        assertEquals(1, todos.counts(member).returned());
    }

    @Test
    void toWhatTheyDoNotSeeTheyAddNothing() {
        Visit visit = Workshops.VISITS.blank();
        visit.setWorkshop(others);
        visit.setReport("member");
        assertEquals(
                "CORE-FORBIDDEN",
                assertThrows(RefusedException.class, () -> world.visits.create(member, visit))
                        .violations()
                        .getFirst()
                        .code());
    }

    @Test
    void theyAreToldOfTheirOwn() {
        Post post = new PostOffice(
                world.db.core(), world.clock(), new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class)));
        UUID factory = world.tree.factory.id();
        assertEquals(
                2,
                post.deliver(List.of(
                        new Post.Letter(factory, Set.of(Right.SUBMIT), member.accountId(), message("own", own)))));
        assertEquals(
                1,
                post.deliver(List.of(new Post.Letter(
                        factory, Set.of(Right.SUBMIT), officer.accountId(), message("others", others)))));
        assertEquals(1, post.deliver(List.of(new Post.Letter(factory, Set.of(), message("all", factory)))));
        assertEquals(Map.of(factory, 1), post.reach(Set.of(Right.SUBMIT), WorkshopProgramme.ID, List.of(factory)));
    }

    private Post.Message message(String type, UUID object) {
        return new Post.Message(
                WorkshopProgramme.ID,
                2026,
                type,
                object.toString(),
                World.TODAY,
                new Text("题", "title"),
                new Text("文", "text"),
                "link");
    }
}
