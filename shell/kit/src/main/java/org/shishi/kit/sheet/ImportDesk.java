package org.shishi.kit.sheet;

import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.visit.Visit;

/** What the steps of an import work with. */
record ImportDesk<T extends ProgrammeRecord>(
        Visit visit, RecordType<T> type, OfficialForm<T> form, Forms forms, Tasks tasks, Ticker ticker) {

    Tasks.Task task(java.util.UUID id) {
        return tasks.get(visit.caller(), id)
                .orElseThrow(() -> new org.shishi.api.rule.RefusedException("CORE-NOT-FOUND", null));
    }

    /** What a column is called on the page: the field's title, else its label on the sheet. */
    String title(OfficialForm.Column column) {
        return column.field() == null || type.field(column.field()).isEmpty()
                ? column.label()
                : visit.format().label(type, column.field());
    }
}
