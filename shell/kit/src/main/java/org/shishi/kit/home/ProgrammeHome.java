package org.shishi.kit.home;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.List;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.platform.Todos;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.Reports;
import org.shishi.kit.component.IndicatorBar;
import org.shishi.kit.component.Links;
import org.shishi.kit.sheet.FormFiles;
import org.shishi.kit.visit.Visit;

/** The first page of a programme. */
public final class ProgrammeHome extends Div {

    private final transient Visit visit;

    public ProgrammeHome(Visit visit, Forms forms, Reports reports, Todos todos, LocalDate today) {
        this.visit = visit;
        addClassName("programme-home");
        if (visit.texts().has("programme.description")) {
            Paragraph description = new Paragraph(visit.word("programme.description"));
            description.addClassName("lead");
            add(description);
        }
        add(actions(forms));
        List<RecordType<?>> whole =
                visit.descriptor().records().stream().filter(this::counted).toList();
        Div main = new Div();
        main.addClassName("home-main");
        whole.forEach(type -> main.add(new StepCounts<>(visit, type)));
        main.add(new YearNumbers(visit));
        Div side = new Div();
        side.addClassName("home-side");
        List<ReportResult.IndicatorValue> indicators = reports.indicators(visit.caller(), visit.programme());
        if (!indicators.isEmpty()) {
            side.add(indicators(indicators));
        }
        side.add(new Attention(visit, todos, today));
        Div columns = new Div(main, side);
        columns.addClassName("home-columns");
        add(columns);
    }

    /** By itself, and where the caller can see it at all. */
    private boolean stands(RecordType<?> type) {
        return type.partOf().isEmpty()
                && type.seenAt(visit.caller().organisation().type());
    }

    /** What has steps is counted by them, parts too. */
    private boolean counted(RecordType<?> type) {
        return stands(type)
                || type.workflow().isPresent()
                        && type.seenAt(visit.caller().organisation().type());
    }

    private Component actions(Forms forms) {
        Div toolbar = new Div();
        toolbar.addClassNames("toolbar", "no-print");
        visit.descriptor().records().stream().filter(this::stands).forEach(type -> actions(toolbar, type, forms));
        visit.descriptor()
                .reports()
                .forEach(report -> toolbar.add(Links.button(
                        visit.paths().report(report.id()), "vaadin:bar-chart", visit.word("report." + report.id()))));
        return toolbar;
    }

    private <T extends ProgrammeRecord> void actions(Div toolbar, RecordType<T> type, Forms forms) {
        List<OfficialForm<T>> official = FormFiles.of(visit, type);
        String one = visit.singular(type);
        if (visit.mayCreate(type)) {
            boolean first = toolbar.getComponentCount() == 0;
            String path = visit.paths().create(type);
            toolbar.add(
                    first
                            ? Links.primary(path, "vaadin:plus", t("list.new", one))
                            : Links.button(path, "vaadin:plus", t("list.new", one)));
            if (!official.isEmpty()) {
                toolbar.add(Links.button(
                        visit.paths().importing(type), "vaadin:upload-alt", t("home.import", visit.plural(type))));
            }
        }
        official.forEach(form -> toolbar.add(FormFiles.export(
                visit,
                forms,
                form,
                t("home.export", official.size() == 1 ? visit.plural(type) : FormFiles.title(visit, form)),
                () -> RecordQuery.first(1))));
    }

    private static Component indicators(List<ReportResult.IndicatorValue> indicators) {
        Section card = new Section(new H2(t("home.indicators")));
        card.addClassName("card");
        indicators.forEach(indicator -> card.add(new IndicatorBar(indicator)));
        return card;
    }
}
