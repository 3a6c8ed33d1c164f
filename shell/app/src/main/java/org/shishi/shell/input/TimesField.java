package org.shishi.shell.input;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.shishi.api.rule.RuleInfo.InputInfo;
import org.shishi.kit.field.ChoiceBox;
import org.shishi.kit.text.Messages;
import org.shishi.shell.input.Recurrence.Rhythm;
import org.shishi.shell.text.ShellTexts;

/** Times that come again, chosen; what nobody can choose here may still be written as an expression. */
final class TimesField implements InputField {

    private static final String OTHER = "OTHER";
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final FieldBox box;
    private final ChoiceBox<String> rhythm = new ChoiceBox<>(ShellTexts.t("input.times.rhythm"));
    private final ChoiceBox<String> month = new ChoiceBox<>(ShellTexts.t("input.times.month"));
    private final ChoiceBox<String> day = new ChoiceBox<>(ShellTexts.t("input.times.day"));
    private final ChoiceBox<String> weekday = new ChoiceBox<>(ShellTexts.t("input.times.weekday"));
    private final TimePicker time = new TimePicker(ShellTexts.t("input.times.time"));
    private final TextField expression = new TextField(ShellTexts.t("input.times.expression"));

    TimesField(InputInfo info, InputWords words, String label) {
        box = new FieldBox(label, words.hint(info.name()));
        List<String> rhythms = new ArrayList<>(IntStream.range(0, Rhythm.values().length)
                .mapToObj(i -> Rhythm.values()[i].name())
                .toList());
        rhythms.add(OTHER);
        rhythm.setItems(rhythms);
        rhythm.setItemLabelGenerator(each -> ShellTexts.t("input.times." + each));
        month.setItems(numbers(12));
        month.setItemLabelGenerator(
                each -> Month.of(Integer.parseInt(each)).getDisplayName(TextStyle.FULL_STANDALONE, Messages.locale()));
        List<String> days = new ArrayList<>(numbers(31));
        days.add(Recurrence.LAST);
        day.setItems(days);
        day.setItemLabelGenerator(each -> each.equals(Recurrence.LAST)
                ? ShellTexts.t("input.times.last")
                : ShellTexts.t("input.times.day.item", each));
        weekday.setItems(Recurrence.WEEK);
        weekday.setItemLabelGenerator(each -> DayOfWeek.of(Recurrence.WEEK.indexOf(each) + 1)
                .getDisplayName(TextStyle.FULL_STANDALONE, Messages.locale()));
        time.setStep(Duration.ofMinutes(30));
        time.setManualValidation(true);
        expression.setHelperText(ShellTexts.t("input.times.expression.help"));
        rhythm.addValueChangeListener(e -> fit());
        box.content.add(rhythm, month, day, weekday, time, expression);
        show(null);
    }

    private static List<String> numbers(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
    }

    /** Only what the rhythm needs is asked for. */
    private void fit() {
        boolean other = OTHER.equals(rhythm.getValue());
        boolean yearly = is(Rhythm.YEARLY);
        month.setVisible(yearly);
        day.setVisible(yearly || is(Rhythm.MONTHLY));
        weekday.setVisible(is(Rhythm.WEEKLY));
        time.setVisible(!other);
        expression.setVisible(other);
    }

    private boolean is(Rhythm one) {
        return one.name().equals(rhythm.getValue());
    }

    @Override
    public Component component() {
        return box;
    }

    @Override
    public Object value() {
        if (OTHER.equals(rhythm.getValue())) {
            return expression.getValue().isBlank()
                    ? null
                    : expression.getValue().strip();
        }
        if (time.getValue() == null) {
            return null;
        }
        String on = is(Rhythm.WEEKLY) ? weekday.getValue() : day.getValue();
        return new Recurrence(Rhythm.valueOf(rhythm.getValue()), time.getValue(), on, month.getValue()).cron();
    }

    @Override
    public void show(Object plain) {
        Recurrence known =
                plain == null ? new Recurrence(Rhythm.MONTHLY, MORNING, "1", "") : Recurrence.of(plain.toString());
        rhythm.setValue(known == null ? OTHER : known.rhythm().name());
        expression.setValue(plain == null ? "" : plain.toString());
        time.setValue(known == null ? MORNING : known.time());
        boolean weekly = known != null && known.rhythm() == Rhythm.WEEKLY;
        weekday.setValue(weekly ? known.on() : Recurrence.WEEK.getFirst());
        day.setValue(known == null || weekly || known.on().isEmpty() ? "1" : known.on());
        month.setValue(known == null || known.month().isEmpty() ? "1" : known.month());
        fit();
    }

    @Override
    public boolean complain(String path, String message) {
        box.complain(message);
        return true;
    }

    @Override
    public void silence() {
        box.silence();
    }

    @Override
    public void focus(String path) {
        rhythm.focus();
    }
}
