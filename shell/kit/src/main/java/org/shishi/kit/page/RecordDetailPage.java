package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.LiveProgramme;

/** One record: fields, parts, attachments, history, and the steps that can be taken. */
@Component(service = RecordDetailPage.class, scope = ServiceScope.PROTOTYPE)
public final class RecordDetailPage extends ProgrammePage {

    @Activate
    public RecordDetailPage(@Reference Programmes programmes) {
        super(programmes);
    }

    @Override
    void show(LiveProgramme live, BeforeEnterEvent event) {
        heading(live.title());
    }
}
