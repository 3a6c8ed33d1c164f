package org.shishi.kit.page;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.form.Forms;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Tasks;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.sheet.FormFiles;
import org.shishi.kit.sheet.ImportFlow;
import org.shishi.kit.visit.Visit;

/** An official form read in, from template to result. */
@Component(service = ImportPage.class, scope = ServiceScope.PROTOTYPE)
public final class ImportPage extends ProgrammePage {

    private final transient Forms forms;
    private final transient Tasks tasks;
    private final transient Ticker ticker;

    @Activate
    public ImportPage(
            @Reference Programmes programmes,
            @Reference Organisations organisations,
            @Reference CoreTexts coreTexts,
            @Reference Forms forms,
            @Reference Tasks tasks,
            @Reference Ticker ticker) {
        super(programmes, organisations, coreTexts);
        this.forms = forms;
        this.tasks = tasks;
        this.ticker = ticker;
    }

    @Override
    void show(Visit visit, BeforeEnterEvent event) {
        show(visit, type(visit, event), event.getLocation().getQueryParameters());
    }

    private <T extends ProgrammeRecord> void show(Visit visit, RecordType<T> type, QueryParameters address) {
        List<OfficialForm<T>> official = FormFiles.of(visit, type);
        if (!visit.mayCreate(type) || official.isEmpty()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        begin(
                visit,
                t("import.title", visit.plural(type)),
                Links.to(visit.paths().list(type), visit.plural(type)));
        OfficialForm<T> form = address.getSingleParameter("form")
                .flatMap(id -> official.stream().filter(f -> f.id().equals(id)).findFirst())
                .orElse(official.getFirst());
        if (official.size() > 1) {
            add(choice(visit, type, official, form));
        }
        add(new ImportFlow<>(
                visit, type, form, forms, tasks, ticker, task(address).orElse(null)));
    }

    private static <T extends ProgrammeRecord> Nav choice(
            Visit visit, RecordType<T> type, List<OfficialForm<T>> official, OfficialForm<T> chosen) {
        Nav nav = new Nav();
        nav.addClassName("choice");
        nav.setAriaLabel(t("import.forms"));
        official.forEach(form -> {
            var link = Links.to(
                    visit.paths().importing(type), QueryParameters.of("form", form.id()), FormFiles.title(visit, form));
            if (form == chosen) {
                link.getElement().setAttribute("aria-current", "true");
            }
            nav.add(link);
        });
        return nav;
    }

    private static Optional<UUID> task(QueryParameters address) {
        try {
            return address.getSingleParameter("task").map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("CORE-NOT-FOUND", null);
        }
    }
}
