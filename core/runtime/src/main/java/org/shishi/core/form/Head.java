package org.shishi.core.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.form.OfficialForm;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.rule.Violation;
import org.shishi.core.record.RecordsFactory;

/** What stands above and below the rows of a file, and whose it is. */
final class Head<T extends ProgrammeRecord> {

    static final String REMARKS = "remarks";

    private final OfficialForm<T> form;
    private final Caller caller;
    private final Organisations organisations;
    private final Optional<Organisation> union;
    private final HeaderRecord<T, ?> header;
    private final Map<String, String> values = new HashMap<>();
    private final List<Violation> foreign = new ArrayList<>();

    Head(
            ProgrammeContext programme,
            OfficialForm<T> form,
            RecordsFactory factory,
            Organisations organisations,
            Caller caller,
            List<Page> pages) {
        this.form = form;
        this.caller = caller;
        this.organisations = organisations;
        this.union = organisations.secondLevelOf(caller.organisation().id());
        this.header = form.header()
                .flatMap(h -> union.<HeaderRecord<T, ?>>map(u -> record(programme, h, factory, u)))
                .orElse(null);
        pages.forEach(page -> {
            page.head().forEach(values::putIfAbsent);
            whose(page.head().get(OfficialForm.HeadCell.ORGANISATION));
        });
    }

    private <H extends ProgrammeRecord> HeaderRecord<T, H> record(
            ProgrammeContext programme, OfficialForm.Header<T, H> h, RecordsFactory factory, Organisation owner) {
        return new HeaderRecord<>(programme, form, h, factory, caller, owner);
    }

    /** An empty cell means the acting organisation; a body below a second-level union fills in that union's form. */
    private void whose(String name) {
        boolean asked = form.header().isPresent()
                || form.head().stream().flatMap(List::stream).anyMatch(cell -> cell.key()
                        .equals(OfficialForm.HeadCell.ORGANISATION));
        if (!asked) {
            return;
        }
        boolean own = union.isPresent()
                && (name == null
                        || name.isBlank()
                        || organisations
                                .byName(name)
                                .filter(o -> o.id().equals(union.get().id())
                                        || o.id().equals(caller.organisation().id()))
                                .isPresent());
        if (!own && foreign.isEmpty()) {
            foreign.add(Violation.of(form.foreignCode(), OfficialForm.HeadCell.ORGANISATION));
        }
    }

    Map<String, String> values() {
        return values;
    }

    /** Not empty: the file is another organisation's. */
    List<Violation> foreign() {
        return foreign;
    }

    List<Violation> check() {
        List<Violation> found = new ArrayList<>(foreign);
        if (header != null) {
            found.addAll(header.check(values));
        } else if (form.header().isEmpty()) {
            found.addAll(form.checkHead(values));
        }
        return form.header().isPresent()
                ? form.header().get().type().inRuleOrder(found)
                : form.rows().inRuleOrder(found);
    }

    void remarks(String text) {
        if (!text.isBlank()) {
            values.merge(REMARKS, text, (one, other) -> one.equals(other) ? one : one + "\n" + other);
        }
    }

    void save() {
        if (header != null) {
            header.save(values);
        }
    }

    void link(T row) {
        if (header != null) {
            header.link(row);
        }
    }
}
