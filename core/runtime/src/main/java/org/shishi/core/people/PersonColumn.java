package org.shishi.core.people;

import java.util.Arrays;
import java.util.List;
import org.shishi.api.platform.ListSheets.Column;
import org.shishi.core.sheet.TableRows.Cells;

/** The columns of a sheet of persons, in their order. */
enum PersonColumn {
    KIND("documentKind", "证件种类"),
    NUMBER("number", "证件号码"),
    NAME("name", "姓名"),
    MOBILE("mobile", "手机号"),
    ORGANISATION("organisation", "所在单位（编码或名称）"),
    BIRTH_DATE("birthDate", "出生日期"),
    SEX("sex", "性别"),
    EMPLOYMENT("employment", "就业状况"),
    INDUSTRY("industry", "行业"),
    MEMBER("member", "工会会员");

    final String field;
    private final String label;

    PersonColumn(String field, String label) {
        this.field = field;
        this.label = label;
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
