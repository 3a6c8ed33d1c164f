package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.Seals;
import org.shishi.api.programme.Seals.Difference;
import org.shishi.api.programme.Seals.Seal;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.page.DetailPanel;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.RoomSubsidy;
import org.shishi.programme.breakroom.service.Rooms;
import org.shishi.programme.breakroom.service.Subsidies;
import org.shishi.programme.breakroom.service.SubsidyBasis;

/** What an approved subsidy rests on, and what is another today; the amount stays as it was sealed. */
@org.osgi.service.component.annotations.Component(service = DetailPanel.class, scope = ServiceScope.PROTOTYPE)
public final class SealPanel implements DetailPanel<RoomSubsidy> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final ProgrammeContext programme;
    private final Seals seals;

    @Activate
    public SealPanel(@Reference ProgrammeContext programme, @Reference Seals seals) {
        this.programme = programme;
        this.seals = seals;
    }

    @Override
    public RecordType<RoomSubsidy> type() {
        return Subsidies.TYPE;
    }

    @Override
    public String title() {
        return "panel.seal";
    }

    @Override
    public Component show(RoomSubsidy subsidy, Runnable refresh) {
        List<Seal> found = seals.of(programme.objectName(Subsidies.TYPE, subsidy.id()));
        Div panel = new Div();
        panel.addClassName("stack");
        if (found.isEmpty()) {
            panel.add(new Paragraph(word("panel.seal.none")));
            SubsidyBasis.revised(subsidy, programme)
                    .ifPresent(fen -> panel.add(
                            new StatusBadge(Tone.WAITING, "vaadin:exchange", word("panel.seal.differs")),
                            new Paragraph(sentence(
                                    "panel.seal.revised", Amounts.money(subsidy.getAmountFen()), Amounts.money(fen)))));
        } else {
            Map<String, String> now =
                    SubsidyBasis.persons(programme.records(Rooms.TYPE).get(CurrentUser.get(), subsidy.getRoom()));
            found.forEach(seal -> show(seal, now, panel));
        }
        return panel;
    }

    private void show(Seal seal, Map<String, String> now, Div panel) {
        Map<String, Difference> differences = new TreeMap<>();
        seals.differences(seal, programme, programme.version(), now)
                .forEach(difference -> differences.put(difference.name(), difference));
        PanelTable table =
                new PanelTable(List.of(word("panel.seal.what"), word("panel.seal.then"), word("panel.seal.now")));
        seal.basis()
                .sums()
                .forEach((name, fen) ->
                        table.row(new Span(word("subsidies." + name)), new Span(Amounts.money(fen)), new Span("—")));
        seal.values().forEach((name, value) -> row(table, name, value, differences));
        seal.basis().persons().forEach((name, value) -> row(table, name, value, differences));
        row(table, "version", seal.version(), differences);
        String when = TIME.format(seal.at());
        panel.add(
                new Paragraph(sentence(
                        "panel.seal.by",
                        seal.by(),
                        when,
                        seal.basis().ruleId(),
                        seal.basis().day())),
                new Div(
                        differences.isEmpty()
                                ? new StatusBadge(Tone.SUCCESS, "vaadin:check", word("panel.seal.same"))
                                : new StatusBadge(Tone.WAITING, "vaadin:exchange", word("panel.seal.differs"))),
                table.as(word("panel.seal")));
    }

    private void row(PanelTable table, String name, Object then, Map<String, Difference> differences) {
        Difference difference = differences.get(name);
        table.row(
                new Span(title(name)),
                new Span(shown(name, then)),
                new Span(difference == null ? word("panel.seal.unchanged") : shown(name, difference.now())));
    }

    private String title(String name) {
        String key =
                switch (name) {
                    case "version" -> "panel.seal.version";
                    case "name", "ownerUnit", "pointContact" -> "rooms." + name;
                    default -> "parameter." + name;
                };
        return word(key);
    }

    private static String shown(String name, Object value) {
        if (value == null) {
            return "—";
        }
        return name.endsWith("Fen")
                ? Amounts.money(((Number) value).longValue())
                : SubsidyBasis.shown(name, value.toString());
    }

    private String sentence(String key, Object... args) {
        return programme.texts().get(key, args).in(Messages.locale());
    }

    private String word(String key) {
        return sentence(key);
    }
}
