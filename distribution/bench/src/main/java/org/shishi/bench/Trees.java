package org.shishi.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An invented tree below the real districts: streets with their unions. */
final class Trees {

    private static final List<String> HEAD =
            List.of("编码", "名称", "类型", "上级（编码或名称）", "行政区", "郊区", "别名（用、分开）", "有效期开始", "有效期结束");
    private static final List<String> DISTRICTS = List.of(
            "黄浦区", "徐汇区", "长宁区", "静安区", "普陀区", "虹口区", "杨浦区", "闵行区", "宝山区", "嘉定区", "浦东新区", "金山区", "松江区", "青浦区", "奉贤区",
            "崇明区");
    private static final int PER_STREET = 120;

    private Trees() {}

    /** As Excel writes it. */
    static byte[] form(int bodies) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("组织机构");
            put(sheet, 0, HEAD);
            int street = -1;
            for (int number = 0; number < bodies; number++) {
                String district = DISTRICTS.get(Math.max(0, street) % DISTRICTS.size());
                if (number % PER_STREET == 0) {
                    street++;
                    district = DISTRICTS.get(street % DISTRICTS.size());
                    put(
                            sheet,
                            number + 1,
                            List.of(
                                    "S-" + street,
                                    "测量" + street + "街道总工会",
                                    "街镇、园区工会",
                                    district + "总工会",
                                    district,
                                    "否",
                                    "测量" + street + "街道"));
                } else {
                    put(
                            sheet,
                            number + 1,
                            List.of(
                                    "U-" + number,
                                    "测量" + number + Rooms.company(number) + "工会",
                                    "基层工会",
                                    "S-" + street,
                                    district));
                }
                if (number % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }
}
