package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.RevealButton;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.FieldFormat;
import org.shishi.kit.visit.Sections;
import org.shishi.kit.visit.Visit;

/** The fields of a record by section. Sensitive ones masked, with a button that reveals; remarks and changes marked. */
final class FieldSections<T extends ProgrammeRecord> extends Div {

    private final transient Visit visit;
    private final transient RecordType<T> type;
    private final transient FieldFormat format;

    FieldSections(Visit visit, RecordType<T> type, FieldFormat format) {
        this.visit = visit;
        this.type = type;
        this.format = format;
        addClassName("field-sections");
    }

    void show(T record, Map<String, String> remarks, Set<String> changed) {
        removeAll();
        Sections.of(type, field -> true).forEach((section, fields) -> {
            Section part = new Section();
            part.addClassName("card");
            part.add(new H2(Sections.title(visit, type, section)));
            DescriptionList list = new DescriptionList();
            list.addClassName("fields");
            fields.forEach(field -> list.add(entry(field, record, remarks, changed)));
            part.add(list);
            add(part);
        });
    }

    private Div entry(Field<T, ?> field, T record, Map<String, String> remarks, Set<String> changed) {
        DescriptionList.Description value = new DescriptionList.Description(value(field, record));
        Div entry = new Div(new DescriptionList.Term(format.label(type, field)), value);
        if (field.kind() == FieldKind.LONG_TEXT || field.kind() == FieldKind.TAGS) {
            entry.addClassName("wide");
        }
        if (changed.contains(field.name())) {
            entry.addClassName("changed");
            value.add(new StatusBadge(Tone.PROGRESS, "vaadin:edit", t("detail.changed")));
        }
        String remark = remarks.get(field.name());
        if (remark != null) {
            entry.addClassName("remarked");
            Span words = new Span(t("detail.remark", remark));
            words.addClassName("remark");
            value.add(words);
        }
        return entry;
    }

    private Component value(Field<T, ?> field, T record) {
        Span text = new Span(format.of(field, record));
        if (field.sensitivity() == Sensitivity.NONE || field.get(record) == null || !visit.mayReveal(record)) {
            return text;
        }
        Span both = new Span(text);
        RevealButton reveal = new RevealButton(
                format.label(type, field),
                reason -> visit.records(type).reveal(visit.caller(), record.id(), field.name(), reason),
                text::setText,
                visit.words(type));
        both.add(reveal);
        both.addClassName("sensitive");
        return both;
    }

    /** All remarks, those on no field included; none: an empty list. */
    static List<String> lines(Visit visit, RecordType<?> type, Map<String, String> remarks) {
        return remarks.entrySet().stream()
                .map(remark -> t("errors.line", visit.format().label(type, remark.getKey()), remark.getValue()))
                .toList();
    }
}
