package org.shishi.testkit.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportTable;

/** What the descriptor says fits together, and fits the folder it lies in. */
public final class DescriptorCheck {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final BuiltProgramme programme;
    private final ProgrammeDescriptor descriptor;
    private final String where;
    private final Faults faults = new Faults();

    private DescriptorCheck(BuiltProgramme programme) {
        this.programme = programme;
        this.descriptor = programme.descriptor();
        this.where = programme.type().getSimpleName() + ".describe()";
    }

    public static List<String> faults(BuiltProgramme programme) {
        DescriptorCheck check = new DescriptorCheck(programme);
        check.identity();
        check.records();
        check.descriptor.forms().forEach(check::form);
        check.descriptor.indicators().forEach(check::indicator);
        check.descriptor.reports().forEach(check::report);
        return check.faults.all();
    }

    private void identity() {
        String expected = "org.shishi.programme." + programme.packageWord();
        faults.addIf(
                !programme.type().getPackageName().equals(expected),
                programme.type().getSimpleName() + " lies in the package "
                        + programme.type().getPackageName(),
                "the id is '" + descriptor.id() + "', so the package is " + expected,
                "move the class, or call the programme by its folder's name");
        String named = programme.header("Shishi-Programme");
        faults.addIf(
                named != null && !named.equals(descriptor.id()),
                "the programme calls itself '" + descriptor.id() + "', its artifact is '" + named + "'",
                where + " and pom.xml",
                "give both the name of the folder");
        faults.addIf(
                descriptor.records().isEmpty(),
                "the programme has no records",
                where,
                "add .records(...) with at least one RecordType");
    }

    private void records() {
        Set<String> seen = new HashSet<>();
        for (RecordType<?> type : descriptor.records()) {
            faults.addIf(!seen.add(type.id()), "two record types are called '" + type.id() + "'", where, "rename one");
            faults.addIf(
                    !TYPE.matcher(type.id()).matches(),
                    "the record type '" + type.id() + "' makes no address",
                    where,
                    "call it by a plural word in lower case, words joined by hyphens");
            faults.addIf(
                    type.fields().stream().noneMatch(Field::isListed)
                            && type.partOf().isEmpty()
                            && !type.createdBy().isEmpty(),
                    "no field of '" + type.id() + "' is listed",
                    "RecordType " + type.id(),
                    "add .listed() to the fields that its list page shows");
            type.partOf()
                    .ifPresent(part -> faults.addIf(
                            descriptor.record(part.whole()).isEmpty(),
                            "'" + type.id() + "' is part of '" + part.whole()
                                    + "', which is no record of the programme",
                            where,
                            "add that type to .records(...)"));
            fields(type);
        }
    }

    private void fields(RecordType<?> type) {
        Set<String> seen = new HashSet<>();
        for (Field<?, ?> field : type.fields()) {
            String name = type.id() + "." + field.name();
            faults.addIf(
                    !seen.add(field.name()), "there are two fields " + name, "RecordType " + type.id(), "rename one");
            faults.addIf(
                    !FIELD.matcher(field.name()).matches(),
                    name + " is no name for JSON",
                    "RecordType " + type.id(),
                    "call it in camelCase");
            faults.addIf(
                    field.kind() == FieldKind.MONEY && !field.name().endsWith("Fen"),
                    name + " holds fen and does not say so",
                    "RecordType " + type.id(),
                    "let its name end in Fen");
        }
    }

    private void form(OfficialForm<?> form) {
        known(form.rows(), "form " + form.id());
        for (OfficialForm.Column column : form.columns()) {
            faults.addIf(
                    column.field() != null && form.rows().field(column.field()).isEmpty(),
                    "form " + form.id() + " has the column '" + column.label() + "' for the field '" + column.field()
                            + "', which '" + form.rows().id() + "' lacks",
                    "OfficialForm " + form.id(),
                    "name one of "
                            + form.rows().fields().stream().map(Field::name).toList());
        }
        form.numberField()
                .ifPresent(number -> faults.addIf(
                        form.rows()
                                .field(number)
                                .filter(field -> field.kind() == FieldKind.INT)
                                .isEmpty(),
                        "form " + form.id() + " keeps its running number in '" + number + "', which is no int of '"
                                + form.rows().id() + "'",
                        "OfficialForm " + form.id(),
                        "name an int field in .number(label, field)"));
        faults.addIf(
                form.columns().stream().noneMatch(column -> column.field() != null),
                "form " + form.id() + " has no column with a field",
                "OfficialForm " + form.id(),
                "add .column(label, field)");
    }

    private void indicator(Indicator indicator) {
        known(indicator.type(), "indicator " + indicator.code());
        String target = indicator.targetParameter();
        if (target != null) {
            Parameter parameter = programme.edition().get(target);
            faults.addIf(
                    parameter == null || !"int".equals(parameter.type()),
                    "the target of indicator '" + indicator.code() + "', " + target + ", is no int of the edition",
                    "edition.yaml",
                    "add it with type: int, or give null for an indicator without target");
        }
    }

    private void report(ReportTable report) {
        known(report.type(), "report " + report.id());
        for (String dimension : report.dimensions()) {
            boolean own =
                    Stream.of(ReportTable.STATUS, ReportTable.SECOND_LEVEL).anyMatch(dimension::equals);
            faults.addIf(
                    !own && report.type().field(dimension).isEmpty(),
                    "report '" + report.id() + "' is by '" + dimension + "', which '"
                            + report.type().id() + "' lacks",
                    "ReportTable " + report.id(),
                    "name a field, ReportTable.STATUS or ReportTable.SECOND_LEVEL");
        }
        faults.addIf(
                report.dimensions().isEmpty() || report.measures().isEmpty(),
                "report '" + report.id() + "' has no dimension or no measure",
                "ReportTable " + report.id(),
                "add .by(...) and .count(), .number(...) or .money(...)");
        faults.addIf(
                report.indicator() != null
                        && descriptor.indicators().stream()
                                .noneMatch(indicator -> indicator.code().equals(report.indicator())),
                "report '" + report.id() + "' shows the indicator '" + report.indicator() + "', which is none",
                where,
                "add it to .indicators(...)");
    }

    private void known(RecordType<?> type, String user) {
        faults.addIf(
                !descriptor.records().contains(type),
                user + " is about '" + type.id() + "', which is no record of the programme",
                where,
                "add that type to .records(...)");
    }
}
