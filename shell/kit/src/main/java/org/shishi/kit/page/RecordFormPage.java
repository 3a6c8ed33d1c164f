package org.shishi.kit.page;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.Links;
import org.shishi.kit.edit.Draft;
import org.shishi.kit.edit.EditRecord;
import org.shishi.kit.edit.NewRecord;
import org.shishi.kit.session.KeptDraft;
import org.shishi.kit.visit.Visit;

/** A new record, or an existing one changed. */
@Component(service = RecordFormPage.class, scope = ServiceScope.PROTOTYPE)
public final class RecordFormPage extends ProgrammePage implements BeforeLeaveObserver {

    private transient Visit visit;
    private transient Draft draft;
    private String path;

    @Activate
    public RecordFormPage(
            @Reference Programmes programmes, @Reference Organisations organisations, @Reference CoreTexts coreTexts) {
        super(programmes, organisations, coreTexts);
    }

    @Override
    void show(Visit now, BeforeEnterEvent event) {
        visit = now;
        path = event.getLocation().getPath();
        draft = null;
        RecordType<?> type = type(visit, event);
        if (event.getRouteParameters().get("id").isPresent()) {
            edit(type, id(event));
        } else {
            create(type);
        }
    }

    private <T extends ProgrammeRecord> void create(RecordType<T> type) {
        // A part is made on the page of its whole, never by itself.
        if (!visit.mayCreate(type) || type.partOf().isPresent()) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
        begin(visit, t("form.new", visit.singular(type)), Links.to(visit.paths().list(type), visit.plural(type)));
        NewRecord<T> form = new NewRecord<>(visit, type, this::failed);
        draft = form;
        add(form);
        restore();
    }

    private <T extends ProgrammeRecord> void edit(RecordType<T> type, UUID id) {
        T record = visit.records(type).get(visit.caller(), id);
        Set<String> editable = visit.records(type).editable(visit.caller(), record);
        if (!type.changeable() || editable.isEmpty()) {
            throw new RefusedException("CORE-STATE", null);
        }
        List<Anchor> above = new ArrayList<>(RecordDetailPage.above(visit, type, record));
        above.add(Links.to(visit.paths().record(type, id), type.title(record)));
        begin(visit, t("form.edit", type.title(record)), above.toArray(Anchor[]::new));
        EditRecord<T> form = new EditRecord<>(visit, type, record, editable, this::failed);
        draft = form;
        add(form);
        restore();
    }

    /** What stood here when the programme left stands here again. */
    private void restore() {
        KeptDraft.take(path).ifPresent(kept -> {
            List<String> lost = draft.restore(kept);
            Div banner = new Div(new Icon("vaadin:info-circle"), new Span(t("draft.back")));
            if (!lost.isEmpty()) {
                banner.add(new Span(t("draft.lost", String.join(t("list.comma"), lost))));
            }
            banner.addClassName("draft-back");
            banner.getElement().setAttribute("role", "status");
            addComponentAtIndex(indexOf((com.vaadin.flow.component.Component) draft), banner);
        });
    }

    /** Asks before something typed is lost; keeps it when the programme itself goes and the shell takes the user away. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (draft == null || !draft.dirty()) {
            return;
        }
        if (!live(visit)) {
            KeptDraft kept = draft.keep();
            if (!kept.isEmpty()) {
                kept.keep(path);
            }
            return;
        }
        if (event.getLocation().getPath().equals(visit.paths().offline())) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction go = event.postpone();
        new ActionDialog(t("leave.title"), t("leave.effect"), t("leave.verb"))
                .dangerous()
                .open(answer -> go.proceed(), visit.words());
    }
}
