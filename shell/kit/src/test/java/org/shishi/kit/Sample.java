package org.shishi.kit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.Field;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;

/** A record with a field of each kind that is typed, and a way from draft to done. */
public final class Sample implements ProgrammeRecord {

    public enum Phase {
        DRAFT,
        HANDED_IN,
        GRANTED,
        FAULTY,
        GONE
    }

    public enum Colour {
        RED,
        GREEN
    }

    public static final Workflow<Sample> FLOW = flow();

    public static final Field<Sample, String> NAME = Field.text("name", (Sample s) -> s.name, (s, v) -> s.name = v)
            .required()
            .listed()
            .sorted();
    public static final Field<Sample, String> PHONE =
            Field.text("phone", (Sample s) -> s.phone, (s, v) -> s.phone = v).sensitive(Sensitivity.MOBILE);
    public static final Field<Sample, Integer> COUNT = Field.integer("count", s -> s.count, (s, v) -> s.count = v);
    public static final Field<Sample, BigDecimal> AREA = Field.decimal("area", s -> s.area, (s, v) -> s.area = v);
    public static final Field<Sample, Long> SUM = Field.money("sumFen", (Sample s) -> s.sumFen, (s, v) -> s.sumFen = v)
            .filtered()
            .sorted();
    public static final Field<Sample, LocalDate> DAY = Field.date("day", s -> s.day, (s, v) -> s.day = v);
    public static final Field<Sample, Boolean> OPEN = Field.bool("open", s -> s.open, (s, v) -> s.open = v);
    public static final Field<Sample, Colour> COLOUR = Field.choice(
                    "colour", Colour.class, (Sample s) -> s.colour, (s, v) -> s.colour = v)
            .filtered();
    public static final Field<Sample, Set<Colour>> COLOURS =
            Field.tags("colours", Colour.class, s -> s.colours, (s, v) -> s.colours = v);
    public static final Field<Sample, District> DISTRICT = Field.district(
                    "district", (Sample s) -> s.district, (s, v) -> s.district = v)
            .filtered();
    public static final Field<Sample, UUID> HOST = Field.organisation("host", s -> s.host, (s, v) -> s.host = v);

    public static final RecordType<Sample> TYPE = RecordType.of("samples", Sample.class, Sample::new)
            .title(Sample::name)
            .field(NAME)
            .field(PHONE)
            .field(COUNT)
            .field(AREA)
            .field(SUM)
            .field(DAY)
            .field(OPEN)
            .field(COLOUR)
            .field(COLOURS)
            .field(DISTRICT)
            .field(HOST)
            .workflow(FLOW)
            .build();

    private static final Map<String, Text> WORDS = Map.of(
            "samples.name", new Text("名称", "Name"),
            "samples.sumFen", new Text("金额", "Amount"),
            "Colour.RED", new Text("红", "red"),
            "Colour.GREEN", new Text("绿", "green"));

    /** The words above; every other key stands for itself. */
    public static final Texts TEXTS = new Texts() {
        @Override
        public Text get(String key, Object... args) {
            return WORDS.getOrDefault(key, Text.same(key));
        }

        @Override
        public boolean has(String key) {
            return WORDS.containsKey(key);
        }
    };

    private final UUID id = Ids.next();
    private final RecordHead head = new RecordHead();
    private String name;
    private String phone;
    private Integer count;
    private BigDecimal area;
    private Long sumFen;
    private LocalDate day;
    private Boolean open;
    private Colour colour;
    private Set<Colour> colours = EnumSet.noneOf(Colour.class);
    private District district;
    private UUID host;

    private static Workflow<Sample> flow() {
        Workflow<Sample> flow = Workflow.of(Phase.class, "SA-STATE");
        flow.editableState(Phase.DRAFT, Tone.NEUTRAL, "vaadin:pencil")
                .state(Phase.HANDED_IN, Tone.WAITING, "vaadin:inbox")
                .state(Phase.GRANTED, Tone.SUCCESS, "vaadin:check")
                .state(Phase.FAULTY, Tone.DANGER, "vaadin:warning")
                .endState(Phase.GONE, Tone.NEUTRAL, "vaadin:ban");
        flow.on("submit").from(Phase.DRAFT).to(Phase.HANDED_IN).by(Right.SUBMIT);
        flow.on("return")
                .from(Phase.HANDED_IN)
                .to(Phase.DRAFT)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT)
                .returning();
        flow.on("grant")
                .from(Phase.HANDED_IN)
                .to(Phase.GRANTED)
                .by(Right.REVIEW)
                .at(OrgType.DISTRICT);
        flow.on("fail").from(Phase.GRANTED).to(Phase.FAULTY).by(Right.INSPECT).reason();
        flow.on("heal").from(Phase.FAULTY).to(Phase.GRANTED).by(Right.INSPECT);
        flow.on("leave").from(Phase.DRAFT, Phase.HANDED_IN).to(Phase.GONE).reason();
        return flow;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public RecordHead head() {
        return head;
    }

    public String name() {
        return name;
    }

    public void name(String value) {
        name = value;
    }

    public String phone() {
        return phone;
    }

    public void phone(String value) {
        phone = value;
    }
}
