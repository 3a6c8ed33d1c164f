package org.shishi.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.record.TransitionRequest;
import org.shishi.api.report.ReportResult;
import org.shishi.api.report.ReportResult.IndicatorValue;
import org.shishi.api.report.ReportTable;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.record.World;
import org.shishi.core.record.workshop.Size;
import org.shishi.core.record.workshop.Workshop;
import org.shishi.core.record.workshop.WorkshopProgramme;
import org.shishi.core.record.workshop.Workshops;
import org.shishi.core.text.CoreMessages;

@ParameterizedClass
@EnumSource
class ReportsTest {

    private final World world;
    private final ReportsService reports;

    ReportsTest(TestDatabases.Kind kind) {
        world = World.fresh(kind);
        reports = new ReportsService(
                world.db.core(), world.tree, new Before(world), new CoreMessages(), new PlainWriters(), world.clock());
    }

    /** Until June everything belonged to the east. */
    private record Before(World world) implements OrganisationHistory {
        @Override
        public Optional<Organisation> byId(UUID id, LocalDate day) {
            return world.tree.byId(id);
        }

        @Override
        public Optional<Organisation> secondLevelOf(UUID id, LocalDate day) {
            return day.isBefore(LocalDate.of(2026, 7, 1)) ? Optional.of(world.tree.east) : world.tree.secondLevelOf(id);
        }

        @Override
        public List<Event> events(Caller caller, UUID id) {
            return List.of();
        }
    }

    @Test
    void aReportAsOfADayUsesItsTree() {
        save(world.tree.east, "one", w -> {});
        save(world.tree.west, "two", w -> {});
        List<String> by = List.of(ReportTable.SECOND_LEVEL);

        assertEquals(
                1,
                run(world.auditor(), by, Map.of(ReportTable.TREE_OF, List.of("2026-03-31")))
                        .rows()
                        .size());
        assertEquals(
                2,
                run(world.auditor(), by, Map.of(ReportTable.TREE_OF, List.of("2026-07-01")))
                        .rows()
                        .size());
        assertEquals(2, run(world.auditor(), by, Map.of()).rows().size());
        assertEquals(
                "CORE-INPUT(treeOf)",
                World.refusal(() -> run(world.auditor(), by, Map.of(ReportTable.TREE_OF, List.of("March")))));
    }

    /** Writes the title only: which writer was asked is all that matters here. */
    private static final class PlainWriters implements ReportWriters {
        @Override
        public void writeXlsx(Caller caller, ReportResult report, OutputStream out) {
            write("xlsx " + report.title().zh(), out);
        }

        @Override
        public void writePdf(Caller caller, ReportResult report, OutputStream out) {
            write("pdf " + report.title().zh(), out);
        }

        private static void write(String text, OutputStream out) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Workshop save(Organisation owner, String name, Consumer<Workshop> more) {
        Workshop draft = world.draft(name);
        more.accept(draft);
        return world.workshops.create(
                world.person("officer of " + owner.name(), owner, Role.SECOND_LEVEL_OFFICER, Role.CITY_OFFICER), draft);
    }

    private void approve(Workshop workshop, Caller officer, Caller reviewer) {
        world.workshops.transition(officer, workshop.id(), -1, TransitionRequest.of("submit"));
        world.workshops.transition(reviewer, workshop.id(), -1, TransitionRequest.of("review"));
        world.workshops.transition(world.approver(), workshop.id(), -1, TransitionRequest.of("approve"));
    }

    private void someWorkshops() {
        approve(
                save(world.tree.factory, "a", w -> {
                    w.setDistrict(District.PUDONG);
                    w.setCostFen(100L);
                    w.setOpenDaily(true);
                }),
                world.eastOfficer(),
                world.reviewer());
        save(world.tree.east, "b", w -> {
            w.setDistrict(District.HUANGPU);
            w.setSize(Size.LARGE);
            w.setCostFen(250L);
            w.setPlaces(null);
        });
        approve(
                save(world.mill, "c", w -> w.setContact("张三丰")),
                world.person("millOfficer", world.mill, Role.GRASSROOTS_OFFICER),
                world.person("westReviewer", world.tree.west, Role.SECOND_LEVEL_APPROVER));
        save(world.tree.city, "d", w -> w.setOpenDaily(false));
    }

    private ReportResult run(Caller caller, List<String> by, Map<String, List<String>> filters) {
        return reports.run(caller, world.programme, WorkshopProgramme.OVERVIEW, by, filters);
    }

    private static List<String> lines(ReportResult result) {
        return result.rows().stream()
                .map(row ->
                        String.join("|", row.labels().stream().map(t -> t.zh()).toList()) + " " + row.values())
                .toList();
    }

    @Test
    void tellsOfWhatPartItTells() {
        someWorkshops();
        Map<String, List<String>> filters = Map.of(
                "district",
                List.of("310115", "310101"),
                "owner",
                List.of(world.tree.east.id().toString()),
                "status",
                List.of("DRAFT"),
                "openedOn",
                List.of("2026-01-01.."),
                ReportTable.TREE_OF,
                List.of("2026-03-31"));

        assertEquals(
                List.of(
                        "状态：草稿",
                        "所属组织：东区总工会",
                        "workshops.district：浦东新区、黄浦区",
                        "workshops.openedOn：2026-01-01 起",
                        "组织隶属截至：2026-03-31"),
                run(world.auditor(), List.of(ReportTable.SECOND_LEVEL), filters).conditions().stream()
                        .map(t -> t.zh())
                        .toList());
        assertEquals(List.of(), run(world.auditor(), List.of(), Map.of()).conditions());
    }

    @Test
    void groupsByStateInTheOrderOfTheWorkflow() {
        someWorkshops();
        ReportResult result = run(world.auditor(), List.of(), Map.of());

        assertEquals(List.of("草稿 [2, 10, 250]", "WorkshopState.APPROVED [2, 20, 100]"), lines(result));
        assertEquals(List.of("DRAFT"), result.rows().getFirst().keys());
        assertEquals(List.of(4L, 30L, 350L), result.total());
        assertEquals(List.of(false, false, true), result.money());
        assertEquals("状态", result.dimensions().getFirst().zh());
        assertEquals(
                List.of("数量", "measure.places", "measure.cost"),
                result.measures().stream().map(t -> t.zh()).toList());
        assertEquals("示例市总工会", result.organisation());
        assertEquals("auditor", result.preparedBy());
        assertEquals(world.clock().instant(), result.preparedAt());
    }

    @Test
    void addsOwnersUpToTheirSecondLevelUnion() {
        someWorkshops();
        assertEquals(
                List.of("东区总工会 [2, 10, 350]", "西区总工会 [1, 10, 0]", "示例市总工会 [1, 10, 0]"),
                lines(run(world.auditor(), List.of("secondLevel"), Map.of())));
        assertEquals(
                List.of(
                        "东区总工会|黄浦区 [1, 0, 250]",
                        "东区总工会|浦东新区 [1, 10, 100]",
                        "西区总工会|（未填） [1, 10, 0]",
                        "示例市总工会|（未填） [1, 10, 0]"),
                lines(run(world.auditor(), List.of("secondLevel", "district"), Map.of())));
    }

    @Test
    void ordersAndNamesEveryKindOfDimension() {
        someWorkshops();
        assertEquals(
                List.of("小型 [3, 30, 100]", "大型 [1, 0, 250]"), lines(run(world.auditor(), List.of("size"), Map.of())));
        assertEquals(
                List.of("是 [1, 10, 100]", "否 [1, 10, 0]", "（未填） [2, 10, 250]"),
                lines(run(world.auditor(), List.of("openDaily"), Map.of())));
        ReportResult masked = run(world.auditor(), List.of("contact"), Map.of());
        assertEquals("张**", masked.rows().getFirst().labels().getFirst().zh());
        assertEquals("张**", masked.rows().getFirst().keys().getFirst(), "no name in clear");
    }

    @Test
    void countsWhatTheCallerMaySeeAndNothingElse() {
        someWorkshops();
        assertEquals(List.of("东区总工会 [2, 10, 350]"), lines(run(world.eastOfficer(), List.of("secondLevel"), Map.of())));
        assertEquals(
                List.of(1L, 10L, 100L),
                run(world.officer(), List.of(), Map.of()).total());
        assertEquals(
                List.of(1L, 0L, 250L),
                run(world.person("contact", world.tree.east, Role.ENTERPRISE_CONTACT), List.of(), Map.of())
                        .total());
        assertEquals(
                List.of(0L, 0L, 0L),
                run(world.person("shop", world.shop, Role.GRASSROOTS_OFFICER), List.of(), Map.of())
                        .total());
        assertEquals(
                "CORE-FORBIDDEN",
                World.refusal(
                        () -> run(world.person("admin", world.tree.city, Role.PLATFORM_ADMIN), List.of(), Map.of())));
        assertEquals(
                List.of(),
                reports.indicators(world.person("admin", world.tree.city, Role.PLATFORM_ADMIN), world.programme));
    }

    @Test
    void takesTheFiltersOfTheList() {
        someWorkshops();
        assertEquals(
                List.of(1L, 10L, 100L),
                run(world.auditor(), List.of(), Map.of("district", List.of("310115")))
                        .total());
        assertEquals(
                List.of(2L, 10L, 350L),
                run(
                                world.auditor(),
                                List.of(),
                                Map.of("owner", List.of(world.tree.east.id().toString())))
                        .total());
        assertEquals(
                "CORE-INPUT(nonsense)",
                World.refusal(() -> run(world.auditor(), List.of(), Map.of("nonsense", List.of("x")))));
        assertEquals("CORE-INPUT(by)", World.refusal(() -> run(world.auditor(), List.of("name"), Map.of())));
    }

    @Test
    void aTableWithoutDimensionsIsOneLine() {
        someWorkshops();
        ReportTable sum = ReportTable.of("sum", Workshops.TYPE).count().build();
        ReportTable two = ReportTable.of("two", Workshops.TYPE)
                .count()
                .money("cost", "sum(r.costFen)")
                .build();
        assertEquals(List.of(" [4]"), lines(reports.run(world.auditor(), world.programme, sum, List.of(), Map.of())));
        assertEquals(
                List.of(" [4, 350]"), lines(reports.run(world.auditor(), world.programme, two, List.of(), Map.of())));
    }

    @Test
    void anIndicatorHasATargetForTheCityOnly() {
        someWorkshops();
        world.programme.target(4);
        IndicatorValue city = run(world.auditor(), List.of(), Map.of()).indicator();
        assertEquals("approved", city.code());
        assertEquals(2, city.actual());
        assertEquals(4L, city.target());
        assertEquals(new BigDecimal("50.0"), city.ratio());
        // The 182nd of 365 days is over: 49.86 percent.
        assertEquals("YELLOW", city.light());
        IndicatorValue east =
                reports.indicators(world.eastOfficer(), world.programme).getFirst();
        assertEquals(1, east.actual());
        assertNull(east.target());
        assertNull(east.light());

        world.pass(Duration.ofDays(1));
        assertEquals(
                "RED",
                reports.indicators(world.auditor(), world.programme).getFirst().light(),
                "50.14 percent");
        world.programme.target(2);
        assertEquals(
                "GREEN",
                reports.indicators(world.auditor(), world.programme).getFirst().light());
        world.programme.target(null);
        assertNull(
                reports.indicators(world.auditor(), world.programme).getFirst().ratio());
        assertEquals(
                3,
                reports.indicators(world.auditor(), world.programme).getLast().actual(),
                "small");
    }

    @Test
    void aSnapshotCountsForEverybodyAbove() {
        someWorkshops();
        world.programme.target(4);
        // approved: factory, east, mill, west, city; small: the same and nobody else.
        assertEquals(10, reports.snapshot(world.programme, World.TODAY));
        assertEquals(10, reports.snapshot(world.programme, World.TODAY), "the same day again");
        assertEquals(10L, world.db.core().<Long>read(handle -> handle.createQuery(
                        "select count(*) from core.indicator_value")
                .mapTo(Long.class)
                .one()));
        assertEquals(List.of(2L, 3L), last(world.auditor()));
        assertEquals(List.of(1L, 1L), last(world.eastOfficer()));
        assertEquals(List.of(1L, 1L), last(world.officer()));
        assertEquals(List.of(0L, 0L), last(world.person("shop", world.shop, Role.GRASSROOTS_OFFICER)));
        assertEquals(List.of(), last(world.person("contact", world.tree.east, Role.ENTERPRISE_CONTACT)));
        assertEquals(List.of(), last(world.person("admin", world.tree.city, Role.PLATFORM_ADMIN)));
        IndicatorValue city = reports.lastSnapshot(world.auditor(), WorkshopProgramme.ID, 2026)
                .getFirst();
        assertEquals(4L, city.target());
        assertEquals("YELLOW", city.light());
        assertEquals("indicator.approved", city.title().zh());
        assertEquals(world.clock().instant(), city.asOf());
        assertEquals(List.of(), reports.lastSnapshot(world.auditor(), WorkshopProgramme.ID, 2025));
    }

    private List<Long> last(Caller caller) {
        return reports.lastSnapshot(caller, WorkshopProgramme.ID, 2026).stream()
                .map(IndicatorValue::actual)
                .toList();
    }

    @Test
    void oldSnapshotsAreKeptForTheEndsOfMonthsOnly() {
        for (LocalDate day : List.of(
                LocalDate.of(2026, 2, 27),
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2026, 4, 29),
                LocalDate.of(2026, 4, 30),
                LocalDate.of(2026, 7, 1))) {
            reports.snapshot(world.programme, day);
        }
        assertEquals(
                List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 4, 30), LocalDate.of(2026, 7, 1)),
                world.db.core().<List<LocalDate>>read(handle -> handle.createQuery(
                                "select distinct snapshot_day from core.indicator_value order by snapshot_day")
                        .mapTo(LocalDate.class)
                        .list()));
    }

    @Test
    void filesAreWrittenByTheWriters() {
        ReportResult report = run(world.auditor(), List.of(), Map.of());
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        reports.writeXlsx(world.auditor(), report, xlsx);
        reports.writePdf(world.auditor(), report, pdf);

        assertEquals("xlsx 2026年度report.overview", xlsx.toString(StandardCharsets.UTF_8));
        assertEquals("pdf 2026年度report.overview", pdf.toString(StandardCharsets.UTF_8));
    }
}
