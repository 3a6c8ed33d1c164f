package org.shishi.programme.breakroom.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.programme.breakroom.model.IndustryGroup;
import org.shishi.programme.breakroom.model.ProjectKind;

class SheetRulesTest {

    private static final SheetRow GOOD = new Row().build();

    private static List<String> codes(Outcome<Ok> outcome) {
        return outcome.refusals().stream().map(v -> v.code() + " " + v.field()).toList();
    }

    private static Outcome<Ok> sheet(SheetRow... rows) {
        return SheetRules.validateSheet(OrgType.DISTRICT, "示例", "demo@example.invalid", "021-12345678", List.of(rows));
    }

    @Test
    void a_good_sheet_passes() {
        assertFalse(sheet(GOOD).refused());
    }

    @ParameterizedTest
    @EnumSource(OrgType.class)
    void only_second_level_unions_declare(OrgType type) {
        boolean secondLevel = type == OrgType.DISTRICT || type == OrgType.BUREAU;
        assertEquals(
                secondLevel ? List.of() : List.of("BR-ORG secondLevelOrgType"),
                codes(SheetRules.validateSheet(type, "示例", "demo@example.invalid", "13900000000", List.of(GOOD))));
    }

    @Test
    void head_first_then_row_by_row_all_together() {
        assertEquals(
                List.of(
                        "BR-ORG secondLevelOrgType",
                        "CORE-EMAIL contactEmail",
                        "CORE-PHONE contactPhone",
                        "BR-ROW-MISSING contactName",
                        "BR-ROW-MISSING rows[0].name",
                        "CORE-PHONE rows[1].pointMobile",
                        "BR-DISTRICT rows[1].district",
                        "BR-AREA rows[1].areaM2",
                        "BR-COVER rows[1].coveredUnits",
                        "BR-MONEY rows[1].plannedFen",
                        "BR-MONEY rows[1].unitFen"),
                codes(SheetRules.validateSheet(
                        OrgType.GRASSROOTS,
                        " ",
                        "nobody",
                        "12",
                        List.of(
                                new Row().name("　").build(),
                                new Row()
                                        .mobile("021-12345678")
                                        .district("310199")
                                        .area("0")
                                        .units(0)
                                        .planned(-1L)
                                        .unit(-1L)
                                        .build()))));
    }

    @Test
    void a_sheet_without_rows_is_incomplete() {
        assertEquals(List.of("BR-ROW-MISSING rows"), codes(sheet()));
        assertEquals(
                List.of("BR-ROW-MISSING rows"),
                codes(SheetRules.validateSheet(OrgType.BUREAU, "示例", "demo@example.invalid", "021-12345678", null)));
    }

    static Stream<Arguments> thresholds() {
        return Stream.of(
                Arguments.of(new Row().area("0.01"), List.of()),
                Arguments.of(new Row().area("0"), List.of("BR-AREA rows[0].areaM2")),
                Arguments.of(new Row().area("-0.01"), List.of("BR-AREA rows[0].areaM2")),
                Arguments.of(new Row().units(1), List.of()),
                Arguments.of(new Row().units(0), List.of("BR-COVER rows[0].coveredUnits")),
                Arguments.of(new Row().planned(0L), List.of()),
                Arguments.of(new Row().planned(-1L), List.of("BR-MONEY rows[0].plannedFen")),
                Arguments.of(new Row().unit(0L), List.of()),
                Arguments.of(new Row().mobile("13012345678"), List.of()),
                Arguments.of(new Row().mobile("+86 139-0000-0000"), List.of()),
                Arguments.of(new Row().mobile("12012345678"), List.of("CORE-PHONE rows[0].pointMobile")),
                Arguments.of(new Row().mobile(""), List.of("BR-ROW-MISSING rows[0].pointMobile")),
                Arguments.of(new Row().address("某路某号"), List.of()),
                Arguments.of(new Row().address("某路１２室"), List.of()),
                Arguments.of(new Row().address("某路旁"), List.of("BR-ROW-MISSING rows[0].addressDetail")),
                Arguments.of(new Row().district("310151"), List.of()),
                Arguments.of(new Row().district("320101"), List.of("BR-DISTRICT rows[0].district")),
                Arguments.of(new Row().district(null), List.of("BR-ROW-MISSING rows[0].district")));
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void both_sides_of_each_threshold(Row row, List<String> expected) {
        assertEquals(expected, codes(sheet(row.build())));
    }

    /** A good row with something changed. */
    static final class Row {
        private String name = "总装车间休息室";
        private String district = "310115";
        private String address = "示例路1弄2号";
        private String mobile = "13900000000";
        private BigDecimal area = new BigDecimal("20.50");
        private Integer units = 3;
        private Long planned = 100_000L;
        private Long unit;

        Row name(String value) {
            name = value;
            return this;
        }

        Row district(String value) {
            district = value;
            return this;
        }

        Row address(String value) {
            address = value;
            return this;
        }

        Row mobile(String value) {
            mobile = value;
            return this;
        }

        Row area(String value) {
            area = new BigDecimal(value);
            return this;
        }

        Row units(Integer value) {
            units = value;
            return this;
        }

        Row planned(Long value) {
            planned = value;
            return this;
        }

        Row unit(Long value) {
            unit = value;
            return this;
        }

        SheetRow build() {
            return new SheetRow(
                    name,
                    district,
                    "示例街道",
                    address,
                    "示例联系人",
                    mobile,
                    "示例单位",
                    area,
                    "空调",
                    units,
                    planned,
                    ProjectKind.NEW,
                    IndustryGroup.HARDSHIP,
                    null,
                    unit);
        }
    }
}
