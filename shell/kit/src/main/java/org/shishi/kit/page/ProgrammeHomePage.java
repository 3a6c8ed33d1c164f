package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.LiveProgramme;

/** What a programme is about this year: its steps with counts, indicators, what needs attention, the year's numbers. */
@Component(service = ProgrammeHomePage.class, scope = ServiceScope.PROTOTYPE)
public final class ProgrammeHomePage extends ProgrammePage {

    @Activate
    public ProgrammeHomePage(@Reference Programmes programmes) {
        super(programmes);
    }

    @Override
    void show(LiveProgramme live, BeforeEnterEvent event) {
        heading(live.title());
    }
}
