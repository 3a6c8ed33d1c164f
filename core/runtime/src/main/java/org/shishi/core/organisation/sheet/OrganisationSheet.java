package org.shishi.core.organisation.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ListSheets;
import org.shishi.core.list.ListWords;
import org.shishi.core.list.SheetList;
import org.shishi.core.organisation.CurrentTree;
import org.shishi.core.organisation.HistoryRows;
import org.shishi.core.organisation.OrganisationBatch;
import org.shishi.core.organisation.OrganisationChecks;
import org.shishi.core.organisation.OrganisationRows;
import org.shishi.core.organisation.TreeScope;
import org.shishi.core.persistence.CoreDatabase;

/** The tree as a sheet. */
@Component(service = OrganisationSheet.class)
public final class OrganisationSheet implements SheetList {

    private final CoreDatabase database;
    private final CurrentTree tree;
    private final CoreTexts texts;
    private final Clock clock;

    @Activate
    public OrganisationSheet(
            @Reference CoreDatabase database,
            @Reference CurrentTree tree,
            @Reference CoreTexts texts,
            @Reference Clock clock) {
        this.database = database;
        this.tree = tree;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public ListSheets.Kind kind() {
        return ListSheets.Kind.ORGANISATIONS;
    }

    @Override
    public String title() {
        return "组织机构";
    }

    @Override
    public List<ListSheets.Column> columns() {
        return OrganisationColumn.all();
    }

    @Override
    public List<String> choices(ListSheets.Column column) {
        return switch (column.field()) {
            case "type" -> ListWords.words(OrgType.class, texts);
            case "district" -> ListWords.districts();
            case "suburban" -> ListWords.yesOrNo();
            default -> List.of();
        };
    }

    @Override
    public void require(Caller caller) {
        tree.scope(caller);
    }

    @Override
    public Pass open(Caller caller, Handle handle, boolean saving) {
        TreeScope scope = tree.scope(caller);
        OrganisationRows rows = new OrganisationRows(handle);
        if (saving) {
            rows.lock();
            database.afterCommit(tree::refresh);
        }
        return new OrganisationPass(rows.all(), scope, texts, good -> save(caller, handle, good));
    }

    private void save(Caller caller, Handle handle, List<Draft> good) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OrganisationBatch.insert(
                handle,
                good.stream()
                        .filter(draft -> draft.before == null)
                        .map(draft -> draft.body)
                        .toList(),
                caller,
                now);
        OrganisationRows rows = new OrganisationRows(handle);
        HistoryRows history = new HistoryRows(handle);
        LocalDate today = LocalDate.now(clock);
        good.stream().filter(draft -> draft.before != null).forEach(draft -> {
            Map<String, String> differences = OrganisationChecks.differences(draft.before, draft.body);
            if (!differences.isEmpty()) {
                rows.update(draft.body, caller.accountId(), now);
                history.add(OrganisationHistory.Kind.CHANGED, draft.body, today, null, differences, caller, now);
            }
        });
    }

    @Override
    public void export(Caller caller, Consumer<List<String>> rows) {
        TreeScope scope = tree.scope(caller);
        List<Organisation> all = database.read(handle -> new OrganisationRows(handle).all());
        Map<UUID, Organisation> byId = all.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
        all.stream()
                .filter(scope::covers)
                .sorted(java.util.Comparator.comparing(body -> names(body, byId)))
                .forEach(body -> rows.accept(cells(body, byId.get(body.parentId()))));
    }

    /** Superiors before their subordinates, branches together. */
    private static String names(Organisation body, Map<UUID, Organisation> byId) {
        StringBuilder names = new StringBuilder();
        for (String id : body.path().split("/")) {
            Organisation above = byId.get(UUID.fromString(id));
            names.append(above.type().ordinal())
                    .append(above.name())
                    .append('\u0001')
                    .append(id)
                    .append('\u0000');
        }
        return names.toString();
    }

    private List<String> cells(Organisation body, Organisation parent) {
        return List.of(
                body.code() == null ? "" : body.code(),
                body.name(),
                texts.get("OrgType." + body.type()).zh(),
                parent == null ? "" : parent.code() == null ? parent.name() : parent.code(),
                ListWords.district(body.district()),
                ListWords.yes(body.suburban()),
                String.join("、", body.aliases()),
                ListWords.day(body.validFrom()),
                ListWords.day(body.validTo()));
    }
}
