package org.shishi.programme.breakroom.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.api.rule.Outcome;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.rule.CompletionRules.RoomStatus;
import org.shishi.programme.breakroom.rule.SampleRules.Sample;

class SampleRulesTest {

    private static List<RoomStatus> plaqued(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new RoomStatus("room-" + i, RoomState.PLAQUED))
                .toList();
    }

    private static Outcome<Sample> draw(List<RoomStatus> rooms, String seed, String percent) {
        return SampleRules.spotCheckSample(rooms, seed, percent == null ? null : new BigDecimal(percent));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(v -> v.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // rooms, percent -> drawn: never below the share
        "100, 10, 10",
        "101, 10, 11",
        "1, 0.1, 1",
        "3, 33.33, 1",
        "3, 33.34, 2",
        "7, 100, 7",
        "7, 250, 7"
    })
    void as_many_as_the_share_says(int rooms, String percent, int drawn) {
        Sample sample = draw(plaqued(rooms), "a", percent).orThrow();
        assertEquals(drawn, sample.drawn().size());
        assertEquals(rooms, sample.population());
    }

    @Test
    void the_same_seed_and_rooms_give_the_same_sample_in_any_order() {
        List<RoomStatus> rooms = plaqued(50);
        assertEquals(draw(rooms, "seed", "20"), draw(rooms.reversed(), "seed", "20"));
        assertNotEquals(draw(rooms, "seed", "20"), draw(rooms, "other", "20"));
    }

    /** Drawn with sha256sum, on each seed, line feed, id: an outsider comes to the same rooms. */
    @Test
    void anybody_can_draw_it_again() {
        assertEquals(
                List.of("room-3", "room-5"),
                draw(plaqued(5), "2024", "40").orThrow().drawn());
    }

    @Test
    void every_room_may_be_drawn() {
        List<RoomStatus> rooms = plaqued(5);
        assertTrue(rooms.stream().allMatch(room -> IntStream.range(0, 200)
                .anyMatch(
                        seed -> draw(rooms, "s" + seed, "20").orThrow().drawn().contains(room.id()))));
    }

    @Test
    void only_rooms_with_a_plaque_each_once() {
        List<RoomStatus> rooms = List.of(
                new RoomStatus("a", RoomState.PLAQUED),
                new RoomStatus("a", RoomState.PLAQUED),
                new RoomStatus("b", RoomState.RECTIFY),
                new RoomStatus("c", RoomState.CITY_VERIFIED));
        assertEquals(new Sample(List.of("a"), 1), draw(rooms, "x", "100").orThrow());
    }

    @Test
    void no_share_and_no_room_are_refused() {
        assertEquals(List.of("BR-SAMPLE-UNSET"), codes(draw(plaqued(3), "a", null)));
        assertEquals(List.of("BR-SAMPLE-EMPTY"), codes(draw(List.of(), "a", "10")));
        assertEquals(List.of("BR-SAMPLE-EMPTY"), codes(draw(plaqued(3), "a", "0")));
    }
}
