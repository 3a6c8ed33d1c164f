package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.record.Field;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.component.Notices;
import org.shishi.kit.field.FieldEditor;
import org.shishi.kit.text.UploadTexts;

/** First step: template, values for columns that the file may lack, the file. Nothing is saved by it. */
final class UploadStep<T extends ProgrammeRecord> extends Div {

    private final transient ImportDesk<T> desk;
    private final transient Consumer<UUID> started;
    private final transient Map<Field<T, ?>, FieldEditor<?>> missing = new LinkedHashMap<>();
    private final ErrorSummary errors = new ErrorSummary();

    UploadStep(ImportDesk<T> desk, Consumer<UUID> started) {
        this.desk = desk;
        this.started = started;
        addClassName("stack");
        add(errors, template());
        Component defaults = defaults();
        if (!missing.isEmpty()) {
            add(defaults);
        }
        add(file());
    }

    private Component template() {
        Section card = card(t("import.template.title"));
        card.add(
                new Paragraph(t("import.template.text", FormFiles.title(desk.visit(), desk.form()))),
                FormFiles.template(desk.visit(), desk.forms(), desk.form()));
        return card;
    }

    private Component defaults() {
        Section card = card(t("import.defaults.title"));
        Div grid = new Div();
        grid.addClassName("form-grid");
        desk.form().columns().stream()
                .filter(OfficialForm.Column::optional)
                .flatMap(column -> desk.type().field(column.field()).stream())
                .forEach(field -> grid.add(editor(field)));
        card.add(new Paragraph(t("import.defaults.text")), grid);
        return card;
    }

    private <V> Component editor(Field<T, V> field) {
        FieldEditor<V> editor = desk.visit().editors().editor(desk.type(), field);
        missing.put(field, editor);
        return editor.component();
    }

    private Component file() {
        Section card = card(t("import.file.title"));
        Upload upload = UploadTexts.speak(new Upload());
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".xlsx");
        upload.getElement().setAttribute("aria-label", t("import.file.title"));
        upload.addFileRejectedListener(e -> Notices.error(e.getErrorMessage()));
        upload.setUploadHandler(event -> receive(event, upload));
        card.add(new Paragraph(t("import.file.text")), upload);
        return card;
    }

    /** On a request thread: the file is spooled here, checked by a task. */
    private void receive(UploadEvent event, Upload upload) throws IOException {
        UI ui = event.getUI();
        try (InputStream xlsx = event.getInputStream()) {
            Forms.ImportRequest request =
                    new Forms.ImportRequest(Forms.Mode.VALID_ONLY, true, given(ui), event.getFileName());
            UUID task = desk.forms()
                    .startImport(desk.visit().caller(), desk.visit().programme(), desk.form(), request, xlsx);
            ui.access(() -> started.accept(task));
        } catch (RefusedException e) {
            List<String> reasons = desk.visit().words(desk.type()).of(e.violations());
            ui.access(() -> {
                upload.clearFileList();
                errors.show(
                        t("errors.refused"),
                        reasons.stream()
                                .map(reason -> new ErrorSummary.Line(null, reason, null))
                                .toList());
            });
        }
    }

    /** Read under the session's lock, for the fields belong to the page. */
    private Map<String, String> given(UI ui) {
        Map<String, String> values = new HashMap<>();
        ui.accessSynchronously(() -> {
            errors.clear();
            missing.keySet().forEach(field -> put(values, field));
        });
        return values;
    }

    private <V> void put(Map<String, String> values, Field<T, V> field) {
        V value = editorOf(field).read().value();
        Object plain = value == null ? null : PlainValues.toPlain(field, value);
        if (plain instanceof List<?> many) {
            values.put(
                    field.name(),
                    String.join(
                            ",",
                            new ArrayList<>(many.stream().map(String::valueOf).toList())));
        } else if (plain != null) {
            values.put(field.name(), plain.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private <V> FieldEditor<V> editorOf(Field<T, V> field) {
        return (FieldEditor<V>) missing.get(field);
    }

    private static Section card(String title) {
        Section card = new Section(new H2(title));
        card.addClassName("card");
        return card;
    }
}
