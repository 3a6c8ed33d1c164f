package org.shishi.shell.profile;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ApiTokens.Scope;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.text.BuiltIn;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.text.ShellTexts;

/** What a new token shall be. */
final class TokenDialog {

    private static final int USUAL_DAYS = 90;

    /** @param programmeId null: every programme */
    record Wanted(String name, Scope scope, String programmeId, LocalDate lastDay) {}

    private final TextField name = new TextField(ShellTexts.t("tokens.name"));
    private final Select<Scope> scope = new Select<>();
    private final Select<String> programme = new Select<>();
    private final DatePicker lastDay = BuiltIn.speak(new DatePicker(ShellTexts.t("tokens.last-day")));
    private final ActionDialog dialog;

    TokenDialog(LiveProgrammes programmes, Clock clock, String organisation) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(Caller.EVERY_PROGRAMME, ShellTexts.t("programmes.every"));
        programmes.years().stream()
                .flatMap(year -> programmes.ofYear(year).stream())
                .forEach(live ->
                        titles.putIfAbsent(live.descriptor().id(), live.title().in(Messages.locale())));
        scope.setLabel(ShellTexts.t("tokens.scope"));
        scope.setItems(Scope.values());
        scope.setItemLabelGenerator(each -> ShellTexts.t("tokens.scope." + each.name()));
        scope.setValue(Scope.READ);
        programme.setLabel(ShellTexts.t("tokens.programme"));
        programme.setItems(titles.keySet());
        programme.setItemLabelGenerator(titles::get);
        programme.setValue(Caller.EVERY_PROGRAMME);
        lastDay.setValue(LocalDate.now(clock).plusDays(USUAL_DAYS));
        name.setRequiredIndicatorVisible(true);
        Div fields = new Div(name, scope, programme, lastDay);
        fields.addClassName("form");
        dialog = new ActionDialog(
                        ShellTexts.t("tokens.new"),
                        ShellTexts.t("tokens.effect", organisation),
                        ShellTexts.t("tokens.make"))
                .with(fields);
    }

    void open(Consumer<Wanted> deed, RefusalWords words) {
        dialog.open(answer -> deed.accept(wanted()), words);
        name.focus();
    }

    private Wanted wanted() {
        String chosen = programme.getValue();
        return new Wanted(
                name.getValue(),
                scope.getValue(),
                Caller.EVERY_PROGRAMME.equals(chosen) ? null : chosen,
                lastDay.getValue());
    }
}
