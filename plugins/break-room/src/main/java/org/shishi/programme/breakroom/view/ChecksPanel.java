package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordType;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.page.DetailPanel;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.CheckResult;
import org.shishi.programme.breakroom.model.SixPointCheck;
import org.shishi.programme.breakroom.service.Checks;
import org.shishi.programme.breakroom.service.Rooms;

/** The checks of a room, the newest first, each with its six characters; a new one is entered on {@link CheckPage}. */
@org.osgi.service.component.annotations.Component(service = DetailPanel.class, scope = ServiceScope.PROTOTYPE)
public final class ChecksPanel implements DetailPanel<BreakRoom> {

    private final ProgrammeContext programme;

    @Activate
    public ChecksPanel(@Reference ProgrammeContext programme) {
        this.programme = programme;
    }

    @Override
    public RecordType<BreakRoom> type() {
        return Rooms.TYPE;
    }

    @Override
    public String title() {
        return "panel.checks";
    }

    @Override
    public Optional<RecordType<?>> parts() {
        return Optional.of(Checks.TYPE);
    }

    @Override
    public Component show(BreakRoom room, Runnable refresh) {
        Caller caller = CurrentUser.get();
        Div panel = new Div();
        panel.addClassName("stack");
        if (!Checks.levels(room.state(), caller).isEmpty()) {
            Anchor start =
                    Links.primary(path() + "/rooms/" + room.id() + "/check", "vaadin:star", word("page.check.start"));
            start.addClassName("no-print");
            panel.add(new Div(start));
        }
        List<SixPointCheck> checks =
                programme.records(Checks.TYPE).partsOf(caller, room.id()).reversed();
        panel.add(checks.isEmpty() ? EmptyState.nothingYet(word("checks.one")) : table(checks));
        return panel;
    }

    private Component table(List<SixPointCheck> checks) {
        PanelTable table = new PanelTable(Stream.of("checks.date", "checks.level", "panel.checks.result", "page.check")
                .map(this::word)
                .toList());
        checks.forEach(check -> {
            String day = check.getDate().toString();
            Anchor open = Links.to(path() + "/checks/" + check.id(), verdict(check));
            open.setAriaLabel(verdict(check) + " "
                    + programme.texts().get("panel.checks.open", day).in(Messages.locale()));
            table.row(new Span(day), new Span(word("CheckLevel." + check.getLevel())), points(check), open);
        });
        return table.as(word("panel.checks"));
    }

    private String verdict(SixPointCheck check) {
        long failed = check.results().values().stream()
                .filter(CheckResult.FAIL::equals)
                .count();
        return failed == 0
                ? word("panel.checks.passed")
                : programme.texts().get("panel.checks.failed", failed).in(Messages.locale());
    }

    /** 明✓ 亮✗ …: sign and colour for the eye, words for the ear. */
    private Span points(SixPointCheck check) {
        Span points = new Span();
        check.results().forEach((point, result) -> {
            boolean pass = result == CheckResult.PASS;
            Span seen = new Span(word("star.glyph." + point) + (pass ? "✓" : "✗") + " ");
            seen.addClassName(pass ? "good" : "bad");
            seen.getElement().setAttribute("aria-hidden", "true");
            Span heard = new Span(word("checks." + point) + " " + word("CheckResult." + result) + " ");
            heard.addClassName("visually-hidden");
            points.add(seen, heard);
        });
        return points;
    }

    private String path() {
        return programme.year() + "/" + programme.programmeId();
    }

    private String word(String key) {
        return programme.texts().get(key).in(Messages.locale());
    }
}
