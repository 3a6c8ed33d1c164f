package org.shishi.shell.page;

import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.TreeMap;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.ShellTexts;

/** How programmes are called, whichever of their years runs; one that is away keeps its last name, or else its id. */
public final class ProgrammeNames {

    private final LiveProgrammes programmes;
    private final Map<String, String> titles = new TreeMap<>();

    public ProgrammeNames(LiveProgrammes programmes) {
        this.programmes = programmes;
        programmes.years().stream()
                .flatMap(year -> programmes.ofYear(year).stream())
                .forEach(live ->
                        titles.putIfAbsent(live.descriptor().id(), live.title().in(Messages.locale())));
    }

    public String of(String programmeId, int year) {
        String title = titles.containsKey(programmeId) ? titles.get(programmeId) : away(programmeId, year);
        return ShellTexts.t("todo.programme.year", title, Integer.toString(year));
    }

    private String away(String programmeId, int year) {
        return programmes
                .departure(programmeId, year)
                .map(departure -> departure.title().in(Messages.locale()))
                .orElse(programmeId);
    }

    /** A choice of one of them, or of all. */
    public Select<String> choice() {
        Select<String> choice = new Select<>();
        choice.setLabel(ShellTexts.t("todo.programme"));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(ShellTexts.t("all"));
        choice.setItems(titles.keySet());
        choice.setItemLabelGenerator(id -> id == null ? ShellTexts.t("all") : titles.getOrDefault(id, id));
        return choice;
    }

    /** Chooses also one that is away by now: an address may ask for it. */
    public void choose(Select<String> choice, String programmeId) {
        if (programmeId != null && !titles.containsKey(programmeId)) {
            titles.put(programmeId, programmeId);
            choice.setItems(titles.keySet());
        }
        choice.setValue(programmeId);
    }
}
