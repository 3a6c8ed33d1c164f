package org.shishi.programme.breakroom.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.form.OfficialForm.HeadCell;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.BreakRoomSheet;
import org.shishi.programme.breakroom.rule.SheetRules;
import org.shishi.programme.breakroom.service.Rooms;
import org.shishi.programme.breakroom.service.Sheets;

/** Form A2-1-1, twelve columns as printed and the two that the print lacks (D-13). */
public final class SheetForm {

    private static final String PLACE = "地址（请尽量详细）";
    private static final String CONTACT = "点位联系人";

    public static final OfficialForm<BreakRoom> A2_1_1 = OfficialForm.of(
                    "A2-1-1", "{year}年建设改善“职工工间休息室”申报汇总表", Rooms.TYPE)
            .headRow(new HeadCell("区局工会", HeadCell.ORGANISATION), new HeadCell("联系人姓名", "contactName"))
            .headRow(new HeadCell("联系人邮箱", "contactEmail"), new HeadCell("联系人电话", "contactPhone"))
            .foreignCode("BR-ORG")
            .headCheck(head ->
                    SheetRules.head(head.get("contactName"), head.get("contactEmail"), head.get("contactPhone")))
            .caption("职工工间休息室明细（可附页）")
            .number("序号", "seqNo")
            .column(PLACE, "休息室名称", "name", List.of("名称"))
            .column(PLACE, "行政区", "district", List.of("所在区", "区"))
            .column(PLACE, "街镇", "street", List.of("街道", "街道（镇）"))
            .column(PLACE, "具体门牌号（**路**弄**号**室）", "addressDetail", List.of("具体门牌号", "门牌号", "具体地址"))
            .column(CONTACT, "姓名", "pointContact", List.of("联系人", "点位联系人"))
            .column(CONTACT, "手机号码", "pointMobile", List.of("手机", "手机号", "联系电话"))
            .column("休息室所属单位", "ownerUnit", "所属单位")
            .column("面积(m²)", "areaM2", "面积（m²）", "面积(㎡)", "面积（平方米）", "面积")
            .column("提供设施及服务", "facilities", "设施及服务")
            .column("覆盖企业（单位）数", "coveredUnits", "覆盖企业(单位)数", "覆盖企业数", "覆盖单位数")
            .column("计划投入资金(元)", "plannedFen", "计划投入资金（元）", "计划投入资金")
            .optionalColumn("建设/改善", "projectKind", "NEW", "建设或改善")
            .optionalColumn("服务对象类别", "industryGroup", "HARDSHIP", "服务对象")
            .remarks("备注（其他需说明事项）")
            .header(new OfficialForm.Header<>(Sheets.TYPE, SheetForm::fill, SheetForm::link, SheetForm::values))
            .build();

    private SheetForm() {}

    /** An empty cell keeps what is stored. */
    private static void fill(BreakRoomSheet sheet, Map<String, String> head) {
        given(head, "contactName").ifPresent(sheet::setContactName);
        given(head, "contactEmail").ifPresent(sheet::setContactEmail);
        given(head, "contactPhone").ifPresent(sheet::setContactPhone);
        given(head, "remarks").ifPresent(sheet::setRemarks);
    }

    private static java.util.Optional<String> given(Map<String, String> head, String key) {
        return java.util.Optional.ofNullable(head.get(key)).filter(value -> !value.isBlank());
    }

    private static void link(BreakRoom room, BreakRoomSheet sheet) {
        room.setSheet(sheet.id());
    }

    private static Map<String, String> values(BreakRoomSheet sheet) {
        Map<String, String> values = new HashMap<>();
        values.put("contactName", sheet.getContactName());
        values.put("contactEmail", sheet.getContactEmail());
        values.put("contactPhone", sheet.getContactPhone());
        values.put("remarks", sheet.getRemarks());
        return values;
    }
}
