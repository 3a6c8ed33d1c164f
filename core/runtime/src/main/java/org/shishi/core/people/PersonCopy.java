package org.shishi.core.people;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.shishi.api.money.Yuan;
import org.shishi.api.people.People.Detail;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.PersonRegistry.Consent;
import org.shishi.api.platform.PersonRegistry.Part;
import org.shishi.api.platform.PersonRegistry.View;
import org.shishi.core.list.ListWords;
import org.shishi.core.sheet.XlsxOut;

/** What is known of a person, in clear and in Chinese, as a workbook for that person. */
final class PersonCopy {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final PersonBook book;
    private final CoreTexts texts;

    PersonCopy(PersonBook book, CoreTexts texts) {
        this.book = book;
        this.texts = texts;
    }

    void write(PersonRow row, View view, OutputStream out) {
        try (XlsxOut xlsx = new XlsxOut(out)) {
            person(xlsx, row, view);
            parts(xlsx, view);
            consents(xlsx, view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void person(XlsxOut xlsx, PersonRow row, View view) throws IOException {
        Sheet sheet = new Sheet(xlsx, "基本信息", 18, 60);
        sheet.row("姓名", book.clear(row, Detail.NAME));
        sheet.row("证件种类", word("DocumentKind.", row.kind()));
        sheet.row("证件号码", book.clear(row, Detail.RESIDENT_ID));
        sheet.row("手机号", book.clear(row, Detail.MOBILE));
        sheet.row("出生日期", book.birthDate(row));
        sheet.row("性别", word("Sex.", row.sex()));
        sheet.row("所在单位", view.person().organisation());
        sheet.row("就业状况", word("Employment.", row.employment()));
        sheet.row("行业", row.industry());
        sheet.row("工会会员", row.member() == null ? "" : ListWords.yes(row.member()));
        if (view.elsewhere() > 0) {
            sheet.row("其他", "另有 " + view.elsewhere() + " 项参加记录由其他单位登记，可向市总工会查询。");
        }
    }

    private static void parts(XlsxOut xlsx, View view) throws IOException {
        Sheet sheet = new Sheet(xlsx, "参加项目", 30, 24, 24, 30, 16, 16);
        sheet.row("项目年度", "事项", "日期", "登记单位", "状态", "补贴（元）");
        for (Part part : view.parts()) {
            sheet.row(
                    part.programme().zh() + " " + part.year(),
                    part.kind().zh(),
                    days(part),
                    part.organisation(),
                    part.state().zh(),
                    part.paidFen() == 0 ? "" : Yuan.format(part.paidFen()));
        }
    }

    private static String days(Part part) {
        if (part.from() == null) {
            return part.period();
        }
        return part.to() == null || part.to().equals(part.from())
                ? part.from().toString()
                : part.from() + " 至 " + part.to();
    }

    private void consents(XlsxOut xlsx, View view) throws IOException {
        Sheet sheet = new Sheet(xlsx, "同意记录", 30, 20, 18, 18, 24, 18, 80);
        sheet.row("项目年度", "事项", "同意时间", "登记人", "登记单位", "撤回时间", "同意书内容", "版本");
        for (Consent consent : view.consents()) {
            sheet.row(
                    consent.programme().zh() + " " + consent.year(),
                    purpose(consent),
                    at(consent.givenAt()),
                    consent.recordedBy(),
                    consent.organisation(),
                    at(consent.withdrawnAt()),
                    consent.text() == null ? "" : consent.text().zh(),
                    consent.version());
        }
    }

    private String purpose(Consent consent) {
        String key = "consent.purpose." + consent.purpose();
        return texts.has(key) ? texts.get(key).zh() : consent.purpose();
    }

    private static String at(Instant moment) {
        return moment == null ? "" : MINUTE.format(moment);
    }

    private String word(String before, Object value) {
        return value == null ? "" : texts.get(before + value).zh();
    }

    private static final class Sheet {

        private final XlsxOut xlsx;
        private int next;

        Sheet(XlsxOut xlsx, String title, int... widths) throws IOException {
            this.xlsx = xlsx;
            var sheet = xlsx.sheet(title);
            for (int i = 0; i < widths.length; i++) {
                sheet.width(i, widths[i]);
            }
        }

        void row(String... cells) throws IOException {
            List<String> texts =
                    Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList();
            for (int i = 0; i < texts.size(); i++) {
                xlsx.text(next, i, texts.get(i));
            }
            next++;
            xlsx.endRow();
        }
    }
}
