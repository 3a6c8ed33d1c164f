package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.form.Forms;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.RecordType;
import org.shishi.kit.list.ListState;
import org.shishi.kit.list.RecordList;
import org.shishi.kit.visit.Visit;

/** The records of one type: conditions, table, batch steps, new, import, export. */
@Component(service = RecordListPage.class, scope = ServiceScope.PROTOTYPE)
public final class RecordListPage extends ProgrammePage {

    private final transient Forms forms;
    private RecordList<?> list;

    @Activate
    public RecordListPage(
            @Reference Programmes programmes,
            @Reference Organisations organisations,
            @Reference CoreTexts coreTexts,
            @Reference Forms forms) {
        super(programmes, organisations, coreTexts);
        this.forms = forms;
    }

    @Override
    void show(Visit visit, BeforeEnterEvent event) {
        RecordType<?> type = type(visit, event);
        if (list == null || !list.isAttached() || !list.shows(visit, type)) {
            begin(visit, visit.plural(type));
            list = new RecordList<>(visit, type, forms);
            add(list);
        }
        list.show(ListState.of(event.getLocation().getQueryParameters(), type));
    }
}
