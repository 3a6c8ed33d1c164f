package org.shishi.programme.breakroom.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.people.Email;
import org.shishi.api.people.Phone;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;

/** What a sheet A2-1-1 must be (domain specification §3 b, h). */
public final class SheetRules {

    private static final String MISSING = "BR-ROW-MISSING";

    private SheetRules() {}

    @Rule(id = "R-1.0", name = "validateSheet", source = "A2-1-1; D-13")
    public static Outcome<Ok> validateSheet(
            @Input("secondLevelOrgType") OrgType secondLevelOrgType,
            @Input(value = "contactName", personal = true) String contactName,
            @Input(value = "contactEmail", personal = true) String contactEmail,
            @Input(value = "contactPhone", personal = true) String contactPhone,
            @Input(value = "rows", unchecked = true) List<SheetRow> rows) {
        List<Violation> found = new ArrayList<>();
        if (secondLevelOrgType != OrgType.DISTRICT && secondLevelOrgType != OrgType.BUREAU) {
            found.add(Violation.of("BR-ORG", "secondLevelOrgType"));
        }
        found.addAll(head(contactName, contactEmail, contactPhone));
        if (rows == null || rows.isEmpty()) {
            found.add(missing("rows", "职工工间休息室明细"));
        } else {
            for (int i = 0; i < rows.size(); i++) {
                String place = "rows[" + i + "]";
                row(rows.get(i)).stream().map(v -> v.at(place)).forEach(found::add);
            }
        }
        return Outcome.check(found);
    }

    /** The contact of the sheet. */
    public static List<Violation> head(String contactName, String contactEmail, String contactPhone) {
        List<Violation> found = new ArrayList<>();
        if (Email.parse(contactEmail).isEmpty()) {
            found.add(Violation.of("CORE-EMAIL", "contactEmail"));
        }
        if (Phone.mobile(contactPhone).or(() -> Phone.landline(contactPhone)).isEmpty()) {
            found.add(Violation.of("CORE-PHONE", "contactPhone"));
        }
        if (blank(contactName)) {
            found.add(missing("contactName", "联系人姓名"));
        }
        return found;
    }

    /** One row; fields without the row's place. */
    public static List<Violation> row(SheetRow row) {
        List<Violation> found = new ArrayList<>();
        if (!blank(row.pointMobile()) && Phone.mobile(row.pointMobile()).isEmpty()) {
            found.add(Violation.of("CORE-PHONE", "pointMobile"));
        }
        cells(row).forEach((field, cell) -> {
            if (cell.empty()) {
                found.add(missing(field, cell.column()));
            }
        });
        if (!blank(row.district()) && District.byCode(row.district().strip()).isEmpty()) {
            found.add(Violation.of("BR-DISTRICT", "district"));
        }
        if (row.areaM2() != null && row.areaM2().compareTo(BigDecimal.ZERO) <= 0) {
            found.add(Violation.of("BR-AREA", "areaM2"));
        }
        if (row.coveredUnits() != null && row.coveredUnits() < 1) {
            found.add(Violation.of("BR-COVER", "coveredUnits"));
        }
        negative(found, "plannedFen", row.plannedFen());
        negative(found, "matchingFen", row.matchingFen());
        negative(found, "unitFen", row.unitFen());
        return found;
    }

    /** A mandatory cell and the column it stands in; an address without a house number is as good as none. */
    private record Cell(String column, boolean empty) {}

    private static Map<String, Cell> cells(SheetRow row) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("name", new Cell("休息室名称", blank(row.name())));
        cells.put("district", new Cell("行政区", blank(row.district())));
        cells.put("street", new Cell("街镇", blank(row.street())));
        cells.put("addressDetail", new Cell("具体门牌号", !numbered(row.addressDetail())));
        cells.put("pointContact", new Cell("点位联系人", blank(row.pointContact())));
        cells.put("pointMobile", new Cell("手机号码", blank(row.pointMobile())));
        cells.put("ownerUnit", new Cell("休息室所属单位", blank(row.ownerUnit())));
        cells.put("areaM2", new Cell("面积(m²)", row.areaM2() == null));
        cells.put("facilities", new Cell("提供设施及服务", blank(row.facilities())));
        cells.put("coveredUnits", new Cell("覆盖企业（单位）数", row.coveredUnits() == null));
        cells.put("plannedFen", new Cell("计划投入资金(元)", row.plannedFen() == null));
        cells.put("projectKind", new Cell("建设/改善", row.projectKind() == null));
        cells.put("industryGroup", new Cell("服务对象类别", row.industryGroup() == null));
        return cells;
    }

    private static void negative(List<Violation> found, String field, Long fen) {
        if (fen != null && fen < 0) {
            found.add(Violation.of("BR-MONEY", field));
        }
    }

    private static Violation missing(String field, String column) {
        return Violation.of(MISSING, field, column);
    }

    /** A house number holds 号 or a digit, full-width ones included. */
    private static boolean numbered(String address) {
        return address != null
                && (address.indexOf('号') >= 0 || address.codePoints().anyMatch(Character::isDigit));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
