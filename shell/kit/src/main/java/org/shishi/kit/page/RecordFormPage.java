package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.LiveProgramme;

/** A new record, or an existing one changed. */
@Component(service = RecordFormPage.class, scope = ServiceScope.PROTOTYPE)
public final class RecordFormPage extends ProgrammePage {

    @Activate
    public RecordFormPage(@Reference Programmes programmes) {
        super(programmes);
    }

    @Override
    void show(LiveProgramme live, BeforeEnterEvent event) {
        heading(live.title());
    }
}
