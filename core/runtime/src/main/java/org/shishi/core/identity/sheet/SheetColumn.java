package org.shishi.core.identity.sheet;

import java.util.Arrays;
import java.util.List;
import org.shishi.api.platform.ListSheets.Column;
import org.shishi.core.sheet.TableRows.Cells;

/** The columns of a sheet of accounts, in their order. */
enum SheetColumn {
    USER("用户名", "userName"),
    NAME("姓名", "displayName"),
    ORGANISATION("单位（编码或名称）", "organisation"),
    PROGRAMME("项目（空为全部）", "programme"),
    ROLE("角色", "role");

    final String field;
    private final String label;

    SheetColumn(String label, String field) {
        this.label = label;
        this.field = field;
    }

    static List<Column> all() {
        return Arrays.stream(values())
                .map(column -> new Column(column.field, column.label))
                .toList();
    }

    String of(Cells row) {
        return row.at(ordinal());
    }
}
