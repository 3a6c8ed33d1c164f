package org.shishi.kit.page;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.Links;
import org.shishi.kit.detail.RecordDetail;
import org.shishi.kit.visit.Visit;

/** One record: fields, parts, attachments, history, and the steps that can be taken. */
@Component(service = RecordDetailPage.class, scope = ServiceScope.PROTOTYPE)
public final class RecordDetailPage extends ProgrammePage {

    private final transient DetailPanels panels;
    private transient DetailPanels.Loan loan;

    @Activate
    public RecordDetailPage(
            @Reference Programmes programmes,
            @Reference Organisations organisations,
            @Reference CoreTexts coreTexts,
            @Reference DetailPanels panels) {
        super(programmes, organisations, coreTexts);
        this.panels = panels;
    }

    @Override
    void show(Visit visit, BeforeEnterEvent event) {
        show(visit, type(visit, event), id(event));
    }

    private <T extends ProgrammeRecord> void show(Visit visit, RecordType<T> type, UUID id) {
        T record = visit.records(type).get(visit.caller(), id);
        crumbs(visit, type.title(record), above(visit, type, record).toArray(Anchor[]::new));
        giveBack();
        loan = panels.lend(visit.live().bundleId(), type);
        add(new RecordDetail<>(visit, type, record, loan.panels()));
    }

    /** The list; for a part the whole that it belongs to. */
    static <T extends ProgrammeRecord> List<Anchor> above(Visit visit, RecordType<T> type, T record) {
        List<Anchor> links = new ArrayList<>();
        type.partOf()
                .ifPresentOrElse(
                        part -> {
                            RecordType<?> whole = part.wholeType();
                            UUID wholeId = part.reference().get(record);
                            links.add(Links.to(visit.paths().list(whole), visit.plural(whole)));
                            links.add(Links.to(visit.paths().record(whole, wholeId), title(visit, whole, wholeId)));
                        },
                        () -> links.add(Links.to(visit.paths().list(type), visit.plural(type))));
        return links;
    }

    private static <W extends ProgrammeRecord> String title(Visit visit, RecordType<W> whole, UUID id) {
        return whole.title(visit.records(whole).get(visit.caller(), id));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        giveBack();
    }

    private void giveBack() {
        if (loan != null) {
            loan.giveBack();
            loan = null;
        }
    }
}
