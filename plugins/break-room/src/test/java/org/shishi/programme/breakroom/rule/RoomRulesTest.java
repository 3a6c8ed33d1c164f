package org.shishi.programme.breakroom.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.organisation.District;
import org.shishi.api.rule.Outcome;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.CheckResult;
import org.shishi.programme.breakroom.model.ProjectKind;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.rule.CompletionRules.RoomStatus;
import org.shishi.programme.breakroom.rule.InspectionRules.CheckDone;
import org.shishi.programme.breakroom.rule.UniquenessRules.ExistingRoom;

class RoomRulesTest {

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(v -> v.code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // year, kind, street, address, name -> codes
        "2024, NEW, 示例街道, 示例路1号, 暖心室, BR-DUP",
        "2024, IMPROVE, 示例街道, 示例路1号, 暖心室, BR-DUP",
        "2023, NEW, 示例街道, 示例路1号, 暖心室, BR-NOT-NEW",
        "2023, IMPROVE, 示例街道, 示例路1号, 暖心室, ''",
        "2025, NEW, 示例街道, 示例路1号, 暖心室, ''",
        "2024, NEW, 示例街道, 示例路2号, 暖心室, ''",
        "2024, NEW, 别的街道, 示例路1号, 暖心室, ''",
        "2024, NEW, 示例街道, 示例路1号, 晨光室, ''",
        // comparison drops width, spaces and punctuation
        "2024, NEW, ' 示例街道 ', '示例路 １ 号，', 暖　心室, BR-DUP",
    })
    void same_room(int year, ProjectKind kind, String street, String address, String name, String expected) {
        var existing = List.of(new ExistingRoom(year, District.PUDONG, street, address, name));
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected),
                codes(UniquenessRules.checkUnique(2024, District.PUDONG, "示例街道", "示例路1号", "暖心室", kind, existing)));
    }

    @Test
    void this_year_and_earlier_are_told_together() {
        var existing = List.of(
                new ExistingRoom(2024, District.PUDONG, "a", "1号", "x"),
                new ExistingRoom(2022, District.PUDONG, "a", "1号", "x"));
        assertEquals(
                List.of("BR-DUP", "BR-NOT-NEW"),
                codes(UniquenessRules.checkUnique(2024, District.PUDONG, "a", "1号", "x", ProjectKind.NEW, existing)));
    }

    private static SixPointRules.Results results(CheckResult... six) {
        return new SixPointRules.Results(six[0], six[1], six[2], six[3], six[4], six[5]);
    }

    @Test
    void six_points() {
        CheckResult[] all = new CheckResult[6];
        Arrays.fill(all, CheckResult.PASS);
        assertTrue(SixPointRules.sixPointPass(results(all)).result().pass());
        for (int i = 0; i < 6; i++) {
            CheckResult[] one = all.clone();
            one[i] = CheckResult.FAIL;
            assertFalse(SixPointRules.sixPointPass(results(one)).result().pass());
            one[i] = null;
            assertEquals(List.of("BR-CHECK-INCOMPLETE"), codes(SixPointRules.sixPointPass(results(one))));
        }
    }

    @ParameterizedTest
    @EnumSource(RoomState.class)
    void subsidy_only_for_verified_rooms(RoomState state) {
        boolean due = state == RoomState.CITY_VERIFIED || state == RoomState.PLAQUED;
        assertEquals(
                due ? List.of() : List.of("BR-SUBSIDY-STATE"), codes(SubsidyRules.roomSubsidy(state, false, 500_000L)));
    }

    @Test
    void subsidy_says_everything_that_is_in_the_way() {
        assertEquals(
                500_000L,
                SubsidyRules.roomSubsidy(RoomState.PLAQUED, false, 500_000L)
                        .result()
                        .amountFen());
        assertEquals(
                List.of("BR-SUBSIDY-UNSET", "BR-SUBSIDY-STATE", "BR-SUBSIDY-PAID"),
                codes(SubsidyRules.roomSubsidy(RoomState.DRAFT, true, null)));
    }

    @Test
    void rooms_under_rectification_still_count_and_withdrawn_ones_do_not() {
        var rooms = List.of(
                new RoomStatus("a", RoomState.PLAQUED),
                new RoomStatus("a", RoomState.PLAQUED),
                new RoomStatus("b", RoomState.RECTIFY),
                new RoomStatus("c", RoomState.WITHDRAWN),
                new RoomStatus("d", RoomState.CITY_VERIFIED));
        assertEquals(
                new CompletionRules.Completed(2, 1000),
                CompletionRules.completedCount(rooms, 1000).result());
    }

    @Test
    void only_general_checks_of_the_year_close_the_gap() {
        var rooms = List.of(
                new RoomStatus("self", RoomState.PLAQUED),
                new RoomStatus("first", RoomState.PLAQUED),
                new RoomStatus("last", RoomState.PLAQUED),
                new RoomStatus("before", RoomState.PLAQUED),
                new RoomStatus("after", RoomState.PLAQUED),
                new RoomStatus("draft", RoomState.DRAFT));
        var checks = List.of(
                new CheckDone("self", CheckLevel.SELF, LocalDate.of(2024, 5, 1)),
                new CheckDone("first", CheckLevel.GENERAL, LocalDate.of(2024, 1, 1)),
                new CheckDone("last", CheckLevel.GENERAL, LocalDate.of(2024, 12, 31)),
                new CheckDone("before", CheckLevel.GENERAL, LocalDate.of(2023, 12, 31)),
                new CheckDone("after", CheckLevel.GENERAL, LocalDate.of(2025, 1, 1)));
        assertEquals(
                List.of("self", "before", "after"),
                InspectionRules.inspectionGap(2024, rooms, checks).result().missing());
    }
}
