package org.shishi.kit.list;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.shishi.api.record.BatchResult;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Links;
import org.shishi.kit.visit.Visit;

/** What a batch did and what it left out, each with its reasons. */
final class BatchResultDialog {

    private final Dialog dialog = new Dialog();

    BatchResultDialog(Visit visit, RecordType<?> type, String action, BatchResult result) {
        dialog.setHeaderTitle(t("batch.result", visit.action(action)));
        dialog.setWidth("36rem");
        dialog.add(new Paragraph(
                t("batch.done", result.done().size(), result.skipped().size())));
        if (!result.skipped().isEmpty()) {
            UnorderedList skipped = new UnorderedList();
            result.skipped().forEach(one -> skipped.add(item(visit, type, one)));
            dialog.add(new H3(t("batch.skipped")), skipped);
        }
        Button close = new Button(t("close"), e -> dialog.close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
    }

    private ListItem item(Visit visit, RecordType<?> type, BatchResult.Skipped skipped) {
        ListItem item = new ListItem(Links.to(visit.paths().record(type, skipped.id()), skipped.title()));
        visit.words(type).of(skipped.reasons()).forEach(reason -> item.add(new Paragraph(reason)));
        return item;
    }

    void open() {
        dialog.open();
    }
}
