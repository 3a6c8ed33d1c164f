package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.page.DetailPanel;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.SampleResult;
import org.shishi.programme.breakroom.model.SampledRoom;
import org.shishi.programme.breakroom.model.SpotSample;
import org.shishi.programme.breakroom.service.SampledRooms;
import org.shishi.programme.breakroom.service.Samples;

/** The rooms of a draw with what came of each visit; from a room it is one step to its six-point check. */
@org.osgi.service.component.annotations.Component(service = DetailPanel.class, scope = ServiceScope.PROTOTYPE)
public final class SamplePanel implements DetailPanel<SpotSample> {

    private final ProgrammeContext programme;
    private final Organisations organisations;

    @Activate
    public SamplePanel(@Reference ProgrammeContext programme, @Reference Organisations organisations) {
        this.programme = programme;
        this.organisations = organisations;
    }

    @Override
    public RecordType<SpotSample> type() {
        return Samples.TYPE;
    }

    @Override
    public String title() {
        return "sampled-rooms";
    }

    @Override
    public Optional<RecordType<?>> parts() {
        return Optional.of(SampledRooms.TYPE);
    }

    @Override
    public Component show(SpotSample sample, Runnable refresh) {
        List<SampledRoom> rooms = programme.records(SampledRooms.TYPE).partsOf(CurrentUser.get(), sample.id());
        Anchor filter = Links.button(
                path() + "/sampled-rooms?round=" + URLEncoder.encode(sample.getTitle(), StandardCharsets.UTF_8),
                "vaadin:filter",
                word("panel.sample.filter"));
        filter.addClassName("no-print");
        Div panel = new Div(new Paragraph(progress(rooms)), new Div(filter), table(rooms));
        panel.addClassName("stack");
        return panel;
    }

    private String progress(List<SampledRoom> rooms) {
        long visited = rooms.stream()
                .filter(room -> room.getResult() != SampleResult.OPEN)
                .count();
        return programme
                .texts()
                .get("panel.sample.progress", rooms.size(), visited)
                .in(Messages.locale());
    }

    private Component table(List<SampledRoom> rooms) {
        PanelTable table = new PanelTable(Stream.of("name", "district", "unionOrg", "result", "checkedOn")
                .map(field -> word("sampled-rooms." + field))
                .toList());
        rooms.forEach(room -> table.row(
                Links.to(path() + "/rooms/" + room.getRoom(), room.getName()),
                new Span(room.getDistrict().title().in(Messages.locale())),
                new Span(Optional.ofNullable(room.getUnionOrg())
                        .flatMap(organisations::byId)
                        .map(Organisation::name)
                        .orElse("")),
                badge(room.getResult()),
                new Span(room.getCheckedOn() == null ? "" : room.getCheckedOn().toString())));
        return table.as(word("sampled-rooms"));
    }

    private StatusBadge badge(SampleResult result) {
        String word = word("SampleResult." + result);
        return switch (result) {
            case OPEN -> new StatusBadge(Tone.WAITING, "vaadin:hourglass", word);
            case PASS -> new StatusBadge(Tone.SUCCESS, "vaadin:check", word);
            case FAIL -> new StatusBadge(Tone.DANGER, "vaadin:warning", word);
        };
    }

    private String path() {
        return programme.year() + "/" + programme.programmeId();
    }

    private String word(String key) {
        return programme.texts().get(key).in(Messages.locale());
    }
}
