package org.shishi.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shishi.testbed.database.DatabaseKind;

/** Accounts imported: checked row by row, then saved all or nothing with their roles, passwords and lines of the audit log. */
final class AccountBench implements Bench.Program {

    private static final int ACCOUNTS = Integer.getInteger("accounts", 100_000);
    private static final List<String> HEAD = List.of("用户名", "姓名", "单位（编码或名称）", "项目（空为全部）", "角色");
    private static final List<String> PLACES = List.of("浦东新区总工会", "黄浦区总工会", "静安区总工会", "徐汇区总工会");

    @Override
    public void run(Report report) throws Exception {
        report.title("Import of " + ACCOUNTS + " accounts");
        report.head("database", "check, rows/s", "save all or nothing, rows/s");
        byte[] form = form();
        for (DatabaseKind kind : DatabaseKind.values()) {
            try (Stage stage = Stage.on(kind)) {
                Door administrator = stage.as("demo-platform-admin");
                String check = id(administrator.upload("/accounts/import?fileName=accounts.xlsx", form));
                Stage.Imported checked = Stage.ended(administrator, check);
                Stage.Imported saved = Stage.ended(
                        administrator,
                        id(administrator.post("/jobs/" + check + "/commit?mode=allOrNothing", Map.of())));
                if (saved.accepted() != ACCOUNTS) {
                    throw new IllegalStateException(saved.toString());
                }
                report.row(kind, checked.perSecond(), saved.perSecond());
            }
        }
    }

    private static String id(Door.Answer answer) {
        return answer.expect(202).json().path("id").asString();
    }

    private static byte[] form() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("账号");
            put(sheet, 0, HEAD);
            for (int number = 0; number < ACCOUNTS; number++) {
                put(
                        sheet,
                        number + 1,
                        List.of("bench-" + number, "测量" + number, PLACES.get(number % PLACES.size()), "", "区局经办"));
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
