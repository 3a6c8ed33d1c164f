package org.shishi.programme.breakroom.view;

import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.text.Texts;
import org.shishi.kit.component.MicroFrontEnd;
import org.shishi.kit.text.Messages;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.service.Checks;

/** The six-pointed star in the browser ({@code web/star.js}): what it is told and what it says. */
final class CheckStar extends MicroFrontEnd {

    /** What was typed: plain values by the names of a check's fields. */
    record Entry(int attempt, Map<String, Object> values) {}

    /** What is wrong with a field; the label is null where no field is to blame. */
    record Fault(String field, String label, String message) {}

    interface Listener {
        void save(Entry entry);

        /** The check and all its photos are kept. */
        void done();
    }

    private record Choice(String value, String label) {}

    private record Point(String name, String label, String glyph) {}

    private record Start(
            UUID room,
            String today,
            String inspector,
            Map<String, String> labels,
            List<Choice> levels,
            List<Point> points) {}

    private record Answer(int attempt, boolean saved, List<Fault> errors) {}

    private record Done() {}

    private final transient Texts texts;

    CheckStar(Texts texts, Listener listener, UploadHandler photos) {
        super("star");
        this.texts = texts;
        words(
                texts,
                "CheckResult.PASS",
                "CheckResult.FAIL",
                "star.title",
                "star.hint",
                "star.open",
                "star.remark",
                "star.photo",
                "star.photo.remove",
                "star.has.remark",
                "star.has.photos",
                "star.has.error",
                "star.save",
                "star.errors",
                "star.kept",
                "star.kept.photos",
                "star.photos.left",
                "star.photos.again");
        element().setAttribute("upload", photos);
        on("save", Entry.class, listener::save);
        on("done", Done.class, done -> listener.done());
    }

    /**
     * @param today the last day that can be entered, ISO
     * @param inspector who it is, if nobody types another name
     */
    void start(UUID room, String today, String inspector, List<CheckLevel> levels) {
        set(
                "check",
                new Start(
                        room,
                        today,
                        inspector,
                        Map.of(
                                "level", word("checks.level"),
                                "date", word("checks.date"),
                                "inspector", word("checks.inspector"),
                                "remark", word("checks.remark")),
                        levels.stream()
                                .map(level -> new Choice(level.name(), word("CheckLevel." + level)))
                                .toList(),
                        Checks.POINTS.stream()
                                .map(point -> new Point(point, word("checks." + point), word("star.glyph." + point)))
                                .toList()));
    }

    void saved(int attempt) {
        set("answer", new Answer(attempt, true, List.of()));
    }

    void refused(int attempt, List<Fault> faults) {
        set("answer", new Answer(attempt, false, faults));
    }

    private String word(String key) {
        return texts.get(key).in(Messages.locale());
    }
}
