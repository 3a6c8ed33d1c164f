package org.shishi.core.unit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.organisation.Unit;
import org.shishi.api.organisation.UnitKind;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ListSheets;
import org.shishi.core.list.ListWords;
import org.shishi.core.list.SheetList;
import org.shishi.core.persistence.CoreDatabase;

/** The register of units as a sheet. */
@Component(service = UnitSheet.class)
public final class UnitSheet implements SheetList {

    private static final int PAGE = 1_000;

    static final List<ListSheets.Column> COLUMNS = List.of(
            new ListSheets.Column("kind", "类型"),
            new ListSheets.Column("name", "名称"),
            new ListSheets.Column("uscc", "统一社会信用代码"),
            new ListSheets.Column("district", "行政区"),
            new ListSheets.Column("organisationId", "所属工会（编码或名称）"),
            new ListSheets.Column("platform", "平台企业"),
            new ListSheets.Column("validTo", "有效期结束"));

    private final CoreDatabase database;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final Clock clock;

    @Activate
    public UnitSheet(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference CoreTexts texts,
            @Reference Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public ListSheets.Kind kind() {
        return ListSheets.Kind.UNITS;
    }

    @Override
    public String title() {
        return "单位";
    }

    @Override
    public List<ListSheets.Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> choices(ListSheets.Column column) {
        return switch (column.field()) {
            case "kind" -> ListWords.words(UnitKind.class, texts);
            case "district" -> ListWords.districts();
            case "platform" -> ListWords.yesOrNo();
            default -> List.of();
        };
    }

    @Override
    public void require(Caller caller) {
        UnitScope.of(caller, organisations);
    }

    @Override
    public Pass open(Caller caller, Handle handle, boolean saving) {
        return new UnitPass(caller, handle, organisations, texts, clock);
    }

    @Override
    public void export(Caller caller, Consumer<List<String>> rows) {
        UnitScope scope = UnitScope.of(caller, organisations);
        Unit[] after = new Unit[1];
        List<Unit> page;
        do {
            page = database.read(handle -> new UnitRows(handle).list(scope, null, null, null, after[0], PAGE));
            page.forEach(unit -> rows.accept(cells(unit)));
            after[0] = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
    }

    private List<String> cells(Unit unit) {
        return List.of(
                texts.get("UnitKind." + unit.kind()).zh(),
                unit.name(),
                unit.uscc() == null ? "" : unit.uscc(),
                ListWords.district(unit.district()),
                union(unit.organisationId()),
                ListWords.yes(unit.platform()),
                ListWords.day(unit.validTo()));
    }

    private String union(UUID id) {
        return id == null
                ? ""
                : organisations
                        .byId(id)
                        .map((Organisation body) -> body.code() == null ? body.name() : body.code())
                        .orElse("");
    }
}
