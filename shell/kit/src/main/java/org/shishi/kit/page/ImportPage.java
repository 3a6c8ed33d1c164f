package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.LiveProgramme;

/** An official form read in, from template to result. */
@Component(service = ImportPage.class, scope = ServiceScope.PROTOTYPE)
public final class ImportPage extends ProgrammePage {

    @Activate
    public ImportPage(@Reference Programmes programmes) {
        super(programmes);
    }

    @Override
    void show(LiveProgramme live, BeforeEnterEvent event) {
        heading(live.title());
    }
}
