package org.shishi.kit.edit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.Notices;
import org.shishi.kit.visit.Visit;

/** Adds a part to a record, in a dialog that stays open while something is wrong. */
public final class PartDialog<P extends ProgrammeRecord> {

    private final Visit visit;
    private final RecordType<P> type;
    private final UUID whole;
    private final Runnable added;
    private final RecordForm<P> form;
    private final Dialog dialog = new Dialog();

    private PartDialog(Visit visit, RecordType<P> type, UUID whole, Runnable added) {
        this.visit = visit;
        this.type = type;
        this.whole = whole;
        this.added = added;
        form = RecordForm.blank(visit, type, draft());
        dialog.setHeaderTitle(t("parts.add", visit.singular(type)));
        dialog.setWidth("54rem");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(form);
        Button save = new Button(t("save.new"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(e -> {
            save.setEnabled(true);
            visit.attempt(this::save, form::errors);
        });
        dialog.getFooter().add(new Button(t("cancel"), e -> dialog.close()), save);
    }

    /** The button that opens it. */
    public static <P extends ProgrammeRecord> Button button(
            Visit visit, RecordType<P> type, UUID whole, Runnable added) {
        return new Button(
                t("parts.add", visit.singular(type)),
                new Icon("vaadin:plus"),
                e -> visit.attempt(() -> new PartDialog<>(visit, type, whole, added).open()));
    }

    private void open() {
        dialog.open();
        form.focusFirst();
    }

    private P draft() {
        P draft = type.blank();
        type.partOf().ifPresent(part -> part.reference().set(draft, whole));
        return draft;
    }

    private void save() {
        P draft = draft();
        List<Violation> violations = new ArrayList<>(form.into(draft));
        Violations.add(violations, visit.records(type).validate(visit.caller(), draft));
        if (!violations.isEmpty()) {
            form.errors(violations);
            return;
        }
        visit.records(type).create(visit.caller(), draft);
        dialog.close();
        Notices.success(t("parts.saved", visit.singular(type)));
        added.run();
    }
}
