package org.shishi.kit.home;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.component.TableScroll;
import org.shishi.kit.field.ParameterWords;
import org.shishi.kit.visit.Visit;

/** The year's rules and numbers, each with where it comes from; what is not set says what is refused meanwhile. */
final class YearNumbers extends Section {

    private final transient Visit visit;

    YearNumbers(Visit visit) {
        this.visit = visit;
        addClassName("card");
        Edition edition = visit.programme().edition();
        Div head = new Div(new H2(t("numbers.title", edition.year())), new Span(t("edition." + edition.state())));
        head.addClassName("card-head");
        add(head, new Paragraph(t("numbers.text")));
        add(new TableScroll(t("numbers.title", edition.year()), table(edition)));
        add(new Paragraph(Links.to(visit.paths().numbers(), t("numbers.more"))));
    }

    private NativeTable table(Edition edition) {
        NativeTableRow header = new NativeTableRow();
        Stream.of("numbers.name", "numbers.value", "numbers.source")
                .map(key -> new NativeTableHeaderCell(t(key)))
                .peek(cell -> cell.getElement().setAttribute("scope", "col"))
                .forEach(header::add);
        NativeTableBody body = new NativeTableBody();
        edition.parameters().forEach(parameter -> body.add(row(parameter)));
        NativeTable table = new NativeTable(new NativeTableHeader(header), body);
        table.addClassNames("table", "numbers");
        return table;
    }

    private NativeTableRow row(EditionParameter parameter) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(visit.word("parameter." + parameter.name()));
        name.getElement().setAttribute("scope", "row");
        NativeTableCell value = new NativeTableCell();
        value.getElement().setAttribute("data-label", t("numbers.value"));
        if (parameter.empty()) {
            value.add(unset(parameter));
        } else {
            value.add(new ParameterWords(visit.live(), visit.locale()).of(parameter));
        }
        NativeTableCell source = new NativeTableCell(source(parameter));
        source.getElement().setAttribute("data-label", t("numbers.source"));
        return new NativeTableRow(name, value, source);
    }

    private String source(EditionParameter parameter) {
        String words = new ParameterWords(visit.live(), visit.locale()).source(parameter);
        return words == null ? "—" : words.replace("[U]", t("numbers.not-given"));
    }

    private Component unset(EditionParameter parameter) {
        if (parameter.unsetCode() == null) {
            return new Span(t("numbers.optional"));
        }
        Div words = new Div(new StatusBadge(Tone.WARNING, "vaadin:exclamation-circle-o", t("numbers.unset")));
        Span code = new Span(t(
                "numbers.refused",
                visit.message(null, Violation.of(parameter.unsetCode(), null)),
                parameter.unsetCode()));
        code.addClassName("muted");
        words.add(code);
        return words;
    }
}
