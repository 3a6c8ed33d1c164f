package org.shishi.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Invented break rooms: the same number is the same room, whoever asks. */
final class Rooms {

    private static final List<String> DISTRICTS = List.of("黄浦区", "徐汇区", "长宁区", "静安区", "普陀区", "虹口区", "杨浦区", "浦东新区");
    private static final List<String> STREETS = List.of("示例街道", "样板街道", "甲镇", "乙镇", "丙街道", "丁街道");
    private static final String FIRST = "东南西北中金木水火土日月星辰山川江海湖河春夏秋冬梅兰竹菊松柏杨柳";
    private static final String SECOND = "安宁康泰和顺兴隆昌盛茂荣华富裕丰利通达顺发祥瑞福禄寿喜庆云雨雷电风雪霜露";
    private static final List<String> TRADES = List.of("物流", "环卫", "建筑", "快递", "纺织", "机械", "餐饮", "运输", "园林", "电子");
    private static final List<String> PLACES = List.of("站点", "车间", "仓库", "工地", "门店", "班组");

    private Rooms() {}

    /** Invented company of a room; some hundred rooms share one. */
    static String company(int number) {
        int mixed = mix(number);
        return "示例" + FIRST.charAt(mixed % FIRST.length()) + SECOND.charAt(mixed / 31 % SECOND.length())
                + TRADES.get(mixed / 1_117 % TRADES.size()) + "有限公司";
    }

    static String name(int number) {
        int mixed = mix(number);
        return "" + FIRST.charAt(mixed / 7 % FIRST.length()) + SECOND.charAt(mixed / 211 % SECOND.length())
                + FIRST.charAt(mixed / 4_099 % FIRST.length()) + "路" + (mixed / 65_537 % 900 + 1)
                + PLACES.get(mixed / 13 % PLACES.size()) + "职工休息室";
    }

    private static int mix(int number) {
        int mixed = number * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        return (mixed ^ mixed >>> 13) & Integer.MAX_VALUE;
    }

    /** The cells of form A2-1-1 in their order. */
    static Object[] cells(int number) {
        return new Object[] {
            number + 1,
            name(number),
            DISTRICTS.get(number % DISTRICTS.size()),
            STREETS.get(number / 8 % STREETS.size()),
            "示例路" + number / 50 + "弄" + number % 50 + "号",
            "测试联系人",
            "139" + String.format("%08d", number),
            company(number),
            20 + number % 80,
            number % 3 == 0 ? "空调、冰箱、微波炉、饮水机" : "空调、桌椅、急救箱",
            number % 20 + 1,
            10_000 + number % 1_000
        };
    }

    /** A filled-in form A2-1-1 as Excel writes it. */
    static byte[] form(int from, int to, String union) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("A2-1-1");
            sheet.value(0, 0, "2024年建设改善“职工工间休息室”申报汇总表");
            put(sheet, 1, "区局工会", union, "联系人姓名", "测试联系人");
            put(sheet, 2, "联系人邮箱", "bench@example.org", "联系人电话", "021-12345678");
            put(sheet, 3, "职工工间休息室明细（可附页）");
            put(
                    sheet,
                    4,
                    "序号",
                    "休息室名称",
                    "行政区",
                    "街镇",
                    "具体门牌号",
                    "姓名",
                    "手机号码",
                    "休息室所属单位",
                    "面积(m²)",
                    "提供设施及服务",
                    "覆盖企业（单位）数",
                    "计划投入资金(元)");
            for (int number = from; number < to; number++) {
                put(sheet, number - from + 5, cells(number));
                if (number % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else if (cells[i] != null) {
                sheet.value(row, i, (String) cells[i]);
            }
        }
    }
}
