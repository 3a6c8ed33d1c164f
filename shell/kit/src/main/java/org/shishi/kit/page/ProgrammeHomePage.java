package org.shishi.kit.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.time.Clock;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.form.Forms;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Todos;
import org.shishi.api.report.Reports;
import org.shishi.kit.home.ProgrammeHome;
import org.shishi.kit.visit.Visit;

/** What a programme is about this year: its steps with counts, indicators, what needs attention, the year's numbers. */
@Component(service = ProgrammeHomePage.class, scope = ServiceScope.PROTOTYPE)
public final class ProgrammeHomePage extends ProgrammePage {

    private final transient Forms forms;
    private final transient Reports reports;
    private final transient Todos todos;
    private final transient Clock clock;

    @Activate
    public ProgrammeHomePage(
            @Reference Programmes programmes,
            @Reference Organisations organisations,
            @Reference CoreTexts coreTexts,
            @Reference Forms forms,
            @Reference Reports reports,
            @Reference Todos todos,
            @Reference Clock clock) {
        super(programmes, organisations, coreTexts);
        this.forms = forms;
        this.reports = reports;
        this.todos = todos;
        this.clock = clock;
    }

    @Override
    void show(Visit visit, BeforeEnterEvent event) {
        first(visit, visit.live().title().in(visit.locale()));
        add(new ProgrammeHome(visit, forms, reports, todos, LocalDate.now(clock)));
    }
}
