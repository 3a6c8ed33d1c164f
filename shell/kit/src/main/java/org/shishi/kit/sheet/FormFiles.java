package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Right;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.kit.component.ClearDownload;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.visit.Visit;

/** The official forms of a type as files: filled for download, or empty to be filled in. */
public final class FormFiles {

    private FormFiles() {}

    /** The forms whose rows are records of a type. */
    @SuppressWarnings("unchecked")
    public static <T extends ProgrammeRecord> List<OfficialForm<T>> of(Visit visit, RecordType<T> type) {
        return visit.descriptor().forms().stream()
                .filter(form -> form.rows().id().equals(type.id()))
                .map(form -> (OfficialForm<T>) form)
                .toList();
    }

    /** What a form is called: text {@code form.<id>}, else its title. */
    public static String title(Visit visit, OfficialForm<?> form) {
        String key = "form." + form.id();
        return visit.texts().has(key)
                ? visit.word(key)
                : form.title(visit.programme().year());
    }

    /** Downloads the caller's records that a query finds, as a form; personal data is masked. */
    public static <T extends ProgrammeRecord> Component export(
            Visit visit, Forms forms, OfficialForm<T> form, String text, Supplier<RecordQuery> query) {
        Anchor link = Downloads.button(
                "vaadin:download-alt",
                text,
                () -> name(visit, form, ""),
                Downloads.XLSX,
                out -> forms.export(visit.caller(), visit.programme(), form, query.get(), out));
        link.setTitle(title(visit, form));
        return link;
    }

    /**
     * Downloads the same with personal data in clear, for a reason that is written down; empty: the form has none, or the
     * caller may not unmask it.
     */
    public static <T extends ProgrammeRecord> Optional<Component> exportClear(
            Visit visit, Forms forms, OfficialForm<T> form, String text, Supplier<RecordQuery> query) {
        boolean personal = Stream.concat(
                        form.columns().stream()
                                .filter(column -> column.field() != null)
                                .flatMap(column -> form.rows().field(column.field()).stream()),
                        form.header().stream().flatMap(header -> header.type().fields().stream()))
                .anyMatch(field -> field.sensitivity() != Sensitivity.NONE);
        return personal && visit.may(Right.UNMASK)
                ? Optional.of(new ClearDownload(
                        text,
                        name(visit, form, ""),
                        Downloads.XLSX,
                        (reason, out) ->
                                forms.exportClear(visit.caller(), visit.programme(), form, query.get(), reason, out),
                        visit.words(form.rows())))
                : Optional.empty();
    }

    /** Downloads the empty form. */
    public static <T extends ProgrammeRecord> Component template(Visit visit, Forms forms, OfficialForm<T> form) {
        // Named here: the request that downloads has no page whose language could be asked.
        String name = name(visit, form, t("template.suffix"));
        return Downloads.button(
                "vaadin:file-table",
                t("template.download"),
                () -> name,
                Downloads.XLSX,
                out -> forms.template(visit.caller(), visit.programme(), form, out));
    }

    private static String name(Visit visit, OfficialForm<?> form, String suffix) {
        return form.id() + "-" + visit.programme().year() + suffix + ".xlsx";
    }
}
