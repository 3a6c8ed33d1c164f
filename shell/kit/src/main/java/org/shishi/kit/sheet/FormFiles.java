package org.shishi.kit.sheet;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.function.Supplier;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
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

    /** Downloads the caller's records that a query finds, as a form. */
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
