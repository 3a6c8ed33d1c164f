package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Links;
import org.shishi.kit.sheet.FormFiles;
import org.shishi.kit.visit.Visit;

/** What can be done above a list: new, import, export of what is asked for, the empty form. */
final class ListActions<T extends ProgrammeRecord> extends Div {

    /** @param query what the list asks for when something is downloaded */
    ListActions(Visit visit, RecordType<T> type, Forms forms, Supplier<RecordQuery> query) {
        addClassNames("toolbar", "no-print");
        List<OfficialForm<T>> official = FormFiles.of(visit, type);
        boolean creates = visit.mayCreate(type) && type.partOf().isEmpty();
        if (creates) {
            add(Links.primary(visit.paths().create(type), "vaadin:plus", t("list.new", visit.singular(type))));
        }
        if (creates && !official.isEmpty()) {
            add(Links.button(visit.paths().importing(type), "vaadin:upload-alt", t("list.import")));
        }
        for (OfficialForm<T> form : official) {
            String text = official.size() == 1 ? t("list.export") : t("list.export.as", FormFiles.title(visit, form));
            add(FormFiles.export(visit, forms, form, text, query));
            FormFiles.exportClear(visit, forms, form, t("export.clear", text), query)
                    .ifPresent(this::add);
            if (creates) {
                add(FormFiles.template(visit, forms, form));
            }
        }
        setVisible(getComponentCount() > 0);
    }
}
