package org.shishi.core.identity.sheet;

import java.util.Arrays;
import java.util.List;

/** The columns of a sheet of accounts, in their order. */
enum SheetColumn {
    USER("用户名", "userName"),
    NAME("姓名", "displayName"),
    ORGANISATION("单位", "organisation"),
    PROGRAMME("项目（空为全部）", "programme"),
    ROLE("角色", "role");

    final String label;
    final String field;

    SheetColumn(String label, String field) {
        this.label = label;
        this.field = field;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(column -> column.label).toList();
    }
}
