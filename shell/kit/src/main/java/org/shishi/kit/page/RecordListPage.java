package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.LiveProgramme;

/** The records of one type: conditions, table, batch steps, new, import, export. */
@Component(service = RecordListPage.class, scope = ServiceScope.PROTOTYPE)
public final class RecordListPage extends ProgrammePage {

    @Activate
    public RecordListPage(@Reference Programmes programmes) {
        super(programmes);
    }

    @Override
    void show(LiveProgramme live, BeforeEnterEvent event) {
        heading(live.title());
    }
}
