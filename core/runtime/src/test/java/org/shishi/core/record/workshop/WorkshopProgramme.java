package org.shishi.core.record.workshop;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shishi.api.persistence.Database;
import org.shishi.api.programme.CityDepartment;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportTable;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.api.time.Window;
import org.shishi.core.record.RecordsFactory;

/** The context of one year of the workshops. */
public final class WorkshopProgramme implements ProgrammeContext, Edition, Texts {

    public static final String ID = "workshop";

    public static final ReportTable OVERVIEW = ReportTable.of("overview", Workshops.TYPE)
            .by(ReportTable.STATUS, ReportTable.SECOND_LEVEL, "district", "size", "openDaily", "contact")
            .count()
            .number("places", "sum(r.places)")
            .money("cost", "sum(r.costFen)")
            .indicator("approved")
            .build();

    private static final ProgrammeDescriptor DESCRIPTOR = ProgrammeDescriptor.of(ID, CityDepartment.RESEARCH_OFFICE)
            .records(Workshops.TYPE, Workshops.VISITS, Workshops.PAYMENTS, Guests.TYPE)
            .exclusions(Guests.GROUPS)
            .indicators(
                    new Indicator("approved", "workshop.target", Workshops.TYPE, "r.head.status = 'APPROVED'"),
                    new Indicator("small", null, Workshops.TYPE, "r.size = org.shishi.core.record.workshop.Size.SMALL"))
            .reports(OVERVIEW)
            .build();

    private static final Function<UUID, Window> OPEN =
            organisation -> new Window(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31));

    private static final Map<String, Text> WORDS = Map.of(
            "Size.SMALL", new Text("小型", "Small"),
            "Size.LARGE", new Text("大型", "Large"),
            "Feature.LIGHT", new Text("照明", "Light"),
            "Feature.WATER", new Text("饮用水", "Drinking water"),
            "Feature.MUSIC", new Text("音乐", "Music"),
            "WorkshopState.DRAFT", new Text("草稿", "Draft"),
            "consent.ENROLMENT", new Text("本人同意登记。", "Agrees to be recorded."));

    private final int year;
    private final Database database;
    private final RecordsFactory factory;
    private final Map<String, Object> parameters = new HashMap<>();
    private volatile EditionState state = EditionState.PUBLISHED;
    private volatile Function<UUID, Window> window = OPEN;

    public WorkshopProgramme(int year, Database database, RecordsFactory factory) {
        this.year = year;
        this.database = database;
        this.factory = factory;
        parameters.put("workshop.target", null);
        parameters.put("workshop.keepYears", 3);
    }

    public void state(EditionState value) {
        state = value;
    }

    /** What is offered until the next fresh world, by the names of lists. */
    public void offers(String list, Enum<?>... constants) {
        parameters.put(list, Stream.of(constants).map(Enum::name).toList());
    }

    /** When workshops are handed in, by organisation. */
    public void window(Function<UUID, Window> value) {
        window = value;
    }

    /** As in the beginning. */
    public void reset() {
        state = EditionState.PUBLISHED;
        window = OPEN;
        parameters.remove("workshop.sizes");
        parameters.remove("workshop.features");
    }

    @Override
    public Window window(String name, UUID organisation) {
        return window.apply(organisation);
    }

    public void target(Integer value) {
        parameters.put("workshop.target", value);
    }

    @Override
    public String programmeId() {
        return ID;
    }

    @Override
    public String version() {
        return year + ".1.0";
    }

    @Override
    public int year() {
        return year;
    }

    @Override
    public ProgrammeDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Edition edition() {
        return this;
    }

    @Override
    public Texts texts() {
        return this;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public <T extends ProgrammeRecord> Records<T> records(RecordType<T> type) {
        return factory.create(this, type);
    }

    @Override
    public EditionState state() {
        return state;
    }

    @Override
    public List<EditionParameter> parameters() {
        return List.of();
    }

    @Override
    public Optional<Object> value(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public Edition on(LocalDate day) {
        return this;
    }

    @Override
    public <R extends Record> R as(Class<R> type, String prefix) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public Text get(String key, Object... args) {
        return WORDS.getOrDefault(key, Text.same(key));
    }

    @Override
    public boolean has(String key) {
        return WORDS.containsKey(key);
    }
}
