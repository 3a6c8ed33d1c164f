package org.shishi.core.organisation.sheet;

import java.util.Arrays;
import java.util.List;
import org.shishi.api.platform.ListSheets.Column;

/** The columns of a sheet of organisations, in their order. */
enum OrganisationColumn {
    CODE("编码", "code"),
    NAME("名称", "name"),
    TYPE("类型", "type"),
    PARENT("上级（编码或名称）", "parent"),
    DISTRICT("行政区", "district"),
    SUBURBAN("郊区", "suburban"),
    ALIASES("别名（用、分开）", "aliases"),
    FROM("有效期开始", "validFrom"),
    TO("有效期结束", "validTo");

    final String label;
    final String field;

    OrganisationColumn(String label, String field) {
        this.label = label;
        this.field = field;
    }

    static List<Column> all() {
        return Arrays.stream(values())
                .map(column -> new Column(column.field, column.label))
                .toList();
    }
}
