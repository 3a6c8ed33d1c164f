package org.shishi.core.report;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.ValueFault;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.report.ReportTable;
import org.shishi.api.report.Reports;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.Selection;

/** Reports as a service. */
@Component(service = Reports.class)
public final class ReportsService implements Reports {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Organisations organisations;
    private final OrganisationHistory history;
    private final CoreTexts texts;
    private final ReportWriters writers;
    private final Clock clock;
    private final Snapshots snapshots;

    @Activate
    public ReportsService(
            @Reference CoreDatabase core,
            @Reference Organisations organisations,
            @Reference OrganisationHistory history,
            @Reference CoreTexts texts,
            @Reference ReportWriters writers,
            @Reference Clock clock) {
        this.organisations = organisations;
        this.history = history;
        this.texts = texts;
        this.writers = writers;
        this.clock = clock;
        this.snapshots = new Snapshots(core);
    }

    @Override
    public ReportResult run(
            Caller caller,
            ProgrammeContext programme,
            ReportTable table,
            List<String> by,
            Map<String, List<String>> filters) {
        caller.require(programme.programmeId(), Right.VIEW);
        LocalDate treeOf = treeOf(filters);
        Map<String, List<String>> conditions = new HashMap<>(filters);
        conditions.remove(ReportTable.TREE_OF);
        List<Dimension> dimensions = dimensions(table, by, programme, treeOf);
        ReportRun run = new ReportRun(table, dimensions);
        List<ReportResult.Row> rows = programme
                .database()
                .read(em -> run.rows(em, Selection.of(em, caller, programme, table.type(), conditions)));
        return new ReportResult(
                title(programme, table),
                caller.organisation().name(),
                caller.name(),
                clock.instant(),
                dimensions.stream().map(Dimension::title).toList(),
                table.measures().stream()
                        .map(measure -> title(programme, measure))
                        .toList(),
                table.measures().stream().map(ReportTable.Measure::money).toList(),
                rows,
                run.total(rows),
                indicator(caller, programme, table),
                new Conditions<>(table.type(), programme, texts, organisations).of(filters));
    }

    /** With the year: papers of two years lie on one desk. */
    private Text title(ProgrammeContext programme, ReportTable table) {
        String key = "report." + table.id();
        String year = Integer.toString(programme.year());
        Text dated = programme.texts().get(key, year);
        return dated.equals(programme.texts().get(key)) ? texts.get("report.dated", dated, year) : dated;
    }

    /** Null: today's. */
    private static LocalDate treeOf(Map<String, List<String>> filters) {
        String day = filters.getOrDefault(ReportTable.TREE_OF, List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new RefusedException(List.of(ValueFault.NOT_DATE.at(ReportTable.TREE_OF)));
        }
    }

    private List<Dimension> dimensions(
            ReportTable table, List<String> by, ProgrammeContext programme, LocalDate treeOf) {
        List<Violation> faults = new ArrayList<>();
        by.stream()
                .filter(name -> !table.dimensions().contains(name))
                .forEach(name -> faults.add(ValueFault.NOT_OPTION.at("by", String.join("、", table.dimensions()))));
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        List<String> wanted = by.isEmpty()
                ? table.dimensions().stream().limit(1).toList()
                : by.stream().distinct().toList();
        return wanted.stream()
                .map(name -> dimension(name, table.type(), programme, treeOf))
                .toList();
    }

    private <T extends ProgrammeRecord> Dimension dimension(
            String name, RecordType<T> type, ProgrammeContext programme, LocalDate treeOf) {
        return Dimension.of(
                name,
                type,
                programme,
                organisations,
                owner -> treeOf == null ? organisations.secondLevelOf(owner) : history.secondLevelOf(owner, treeOf),
                texts);
    }

    /** The programme's word, else the core's (for the plain count). */
    private Text title(ProgrammeContext programme, ReportTable.Measure measure) {
        String key = "measure." + measure.key();
        return programme.texts().has(key) || !texts.has(key) ? programme.texts().get(key) : texts.get(key);
    }

    private IndicatorValue indicator(Caller caller, ProgrammeContext programme, ReportTable table) {
        if (table.indicator() == null) {
            return null;
        }
        return indicators(caller, programme).stream()
                .filter(value -> value.code().equals(table.indicator()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("report " + table.id() + " names the indicator "
                        + table.indicator() + ", which is not declared"));
    }

    @Override
    public void writeXlsx(Caller caller, ReportResult report, OutputStream out) {
        writers.writeXlsx(caller, report, out);
    }

    @Override
    public void writePdf(Caller caller, ReportResult report, OutputStream out) {
        writers.writePdf(caller, report, out);
    }

    /** Nothing for those who see no records of the programme. */
    @Override
    public List<IndicatorValue> indicators(Caller caller, ProgrammeContext programme) {
        if (!caller.may(programme.programmeId(), Right.VIEW)) {
            return List.of();
        }
        Indicators indicators = new Indicators(programme);
        Instant now = clock.instant();
        BigDecimal elapsed = Progress.elapsed(programme.year(), day(now));
        return indicators.all().stream()
                .map(indicator -> indicators.now(caller, indicator, elapsed, now))
                .toList();
    }

    @Override
    public List<IndicatorValue> lastSnapshot(Caller caller, String programmeId, int year) {
        // The numbers are those of the organisation and all below it.
        return caller.may(programmeId, Right.VIEW) && caller.seesDescendants(programmeId)
                ? snapshots.last(
                        programmeId,
                        year,
                        caller.organisation().id(),
                        organisations.city().id())
                : List.of();
    }

    @Override
    public int snapshot(ProgrammeContext programme, LocalDate day) {
        return snapshots.write(
                new Indicators(programme),
                programme.programmeId(),
                programme.year(),
                day,
                organisations.city().id(),
                clock.instant());
    }

    private static LocalDate day(Instant now) {
        return now.atZone(SHANGHAI).toLocalDate();
    }
}
