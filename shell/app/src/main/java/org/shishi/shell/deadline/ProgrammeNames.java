package org.shishi.shell.deadline;

import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.TreeMap;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.ShellTexts;

/** How programmes are called, whichever of their years runs; one that is away keeps its id. */
final class ProgrammeNames {

    private final Map<String, String> titles = new TreeMap<>();

    ProgrammeNames(LiveProgrammes programmes) {
        programmes.years().stream()
                .flatMap(year -> programmes.ofYear(year).stream())
                .forEach(live ->
                        titles.putIfAbsent(live.descriptor().id(), live.title().in(Messages.locale())));
    }

    String of(String programmeId, int year) {
        return ShellTexts.t(
                "todo.programme.year", titles.getOrDefault(programmeId, programmeId), Integer.toString(year));
    }

    Select<String> choice() {
        Select<String> choice = new Select<>();
        choice.setLabel(ShellTexts.t("deadlines.programme"));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(ShellTexts.t("all"));
        choice.setItems(titles.keySet());
        choice.setItemLabelGenerator(id -> id == null ? ShellTexts.t("all") : titles.getOrDefault(id, id));
        return choice;
    }
}
