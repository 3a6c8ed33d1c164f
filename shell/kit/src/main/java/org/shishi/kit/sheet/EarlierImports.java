package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.visit.Visit;

/** The caller's imports of this programme so far, each a link to what became of it. */
final class EarlierImports<T extends ProgrammeRecord> extends Section {

    private static final int LATEST = 50;
    private static final int SHOWN = 10;

    private static final Map<Tasks.State, StatusLook> LOOKS = Map.of(
            Tasks.State.RUNNING, new StatusLook(Tone.PROGRESS, "vaadin:spinner"),
            Tasks.State.DONE, new StatusLook(Tone.SUCCESS, "vaadin:check-circle"),
            Tasks.State.FAILED, new StatusLook(Tone.DANGER, "vaadin:close-circle"),
            Tasks.State.CANCELLED, new StatusLook(Tone.NEUTRAL, "vaadin:ban"),
            Tasks.State.UNDONE, new StatusLook(Tone.NEUTRAL, "vaadin:rotate-left"));

    private record StatusLook(Tone tone, String icon) {}

    EarlierImports(ImportDesk<T> desk) {
        Visit visit = desk.visit();
        addClassName("card");
        List<Tasks.Task> mine = desk.tasks().mine(visit.caller(), LATEST).stream()
                .filter(task -> visit.descriptor().id().equals(task.programmeId()))
                .filter(task -> visit.programme().year() == task.year())
                .limit(SHOWN)
                .toList();
        setVisible(!mine.isEmpty());
        add(new H2(t("import.earlier")), new TableScroll(t("import.earlier"), table(desk, mine)));
    }

    private NativeTable table(ImportDesk<T> desk, List<Tasks.Task> tasks) {
        NativeTableRow header = new NativeTableRow();
        Stream.of("import.file", "status", "import.accepted", "import.rejected.count", "import.started")
                .map(key -> new NativeTableHeaderCell(t(key)))
                .peek(cell -> cell.getElement().setAttribute("scope", "col"))
                .forEach(header::add);
        NativeTableBody body = new NativeTableBody();
        tasks.forEach(task -> body.add(row(desk, task)));
        NativeTable table = new NativeTable(new NativeTableHeader(header), body);
        table.addClassName("table");
        return table;
    }

    private NativeTableRow row(ImportDesk<T> desk, Tasks.Task task) {
        String path = desk.visit().paths().importing(desk.type());
        QueryParameters address = QueryParameters.simple(
                Map.of("form", desk.form().id(), "task", task.id().toString()));
        NativeTableCell file = cell("import.file", Links.to(path, address, task.title()));
        if (task.dryRun()) {
            Span dry = new Span(t("import.dry"));
            dry.addClassName("muted");
            file.add(dry);
        }
        StatusLook look = LOOKS.get(task.state());
        return new NativeTableRow(
                file,
                cell("status", new StatusBadge(look.tone(), look.icon(), t("task.state." + task.state()))),
                cell("import.accepted", new Span(Amounts.count(task.accepted()))),
                cell("import.rejected.count", new Span(Amounts.count(task.rejected()))),
                cell("import.started", new Span(Amounts.time(task.startedAt()))));
    }

    private static NativeTableCell cell(String label, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", t(label));
        return cell;
    }
}
