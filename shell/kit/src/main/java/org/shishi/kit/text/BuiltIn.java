package org.shishi.kit.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The words that Vaadin's components bring themselves and keep in English until told: each {@code speak} puts a
 * component into the language of the page.
 */
public final class BuiltIn {

    static final Messages TEXTS = Messages.beside(BuiltIn.class, "builtin");

    private BuiltIn() {}

    public static <T extends DatePicker> T speak(T picker) {
        picker.setI18n(datePicker());
        picker.setLocale(Messages.locale());
        return picker;
    }

    public static DateTimePicker speak(DateTimePicker picker) {
        picker.setDatePickerI18n(datePicker());
        picker.setI18n(new DateTimePicker.DateTimePickerI18n()
                .setDateLabel(t("datetime.date"))
                .setTimeLabel(t("datetime.time"))
                .setBadInputErrorMessage(t("date.bad"))
                .setIncompleteInputErrorMessage(t("datetime.incomplete")));
        picker.setLocale(Messages.locale());
        return picker;
    }

    /** The calendar's words; dates are typed and shown as 2026-09-30 in both languages. */
    public static DatePicker.DatePickerI18n datePicker() {
        return new DatePicker.DatePickerI18n()
                .setMonthNames(words("date.months"))
                .setWeekdays(words("date.weekdays"))
                .setWeekdaysShort(words("date.weekdays.short"))
                .setFirstDayOfWeek(1)
                .setDateFormats("yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "yyyy年MM月dd日")
                .setToday(t("date.today"))
                .setCancel(t("cancel"))
                .setBadInputErrorMessage(t("date.bad"))
                .setRequiredErrorMessage(t("required"));
    }

    public static <T> MultiSelectComboBox<T> speak(MultiSelectComboBox<T> box) {
        box.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(t("combo.cleared"))
                .setFocused(t("combo.focused"))
                .setSelected(t("combo.selected"))
                .setDeselected(t("combo.deselected"))
                .setTotal(t("combo.total")));
        return box;
    }

    public static MenuBar speak(MenuBar bar) {
        bar.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(t("more")));
        return bar;
    }

    public static SideNav speak(SideNav nav) {
        nav.setI18n(new SideNav.SideNavI18n().setToggle(t("nav.toggle")));
        return nav;
    }

    public static void speak(AppLayout layout) {
        layout.setI18n(new AppLayout.AppLayoutI18n().setDrawer(t("nav.drawer")));
    }

    public static IntegerField speak(IntegerField field) {
        field.setI18n(new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(t("number.bad")));
        return field;
    }

    /** The eye in the field has an English name for screen readers, which only the element itself can change. */
    public static PasswordField speak(PasswordField field) {
        field.getElement()
                .setPropertyJson("i18n", JsonNodeFactory.instance.objectNode().put("reveal", t("password.reveal")));
        return field;
    }

    /**
     * The boxes of the selection column are made in the browser with fixed English names; they are renamed as they
     * appear.
     */
    public static <T> Grid<T> speak(Grid<T> grid) {
        grid.addAttachListener(e -> grid.getElement()
                .executeJs(
                        """
                        const name = () => this.querySelectorAll('vaadin-checkbox').forEach(box => {
                          if (box.accessibleName === 'Select All') box.accessibleName = $0;
                          if (box.accessibleName === 'Select Row') box.accessibleName = $1;
                        });
                        name();
                        if (!this.shishiNames) {
                          this.shishiNames = new MutationObserver(name);
                          this.shishiNames.observe(this, { childList: true, subtree: true });
                        }
                        """,
                        t("grid.all"),
                        t("grid.row")));
        return grid;
    }

    public static LoginI18n login() {
        LoginI18n i18n = LoginI18n.createDefault();
        LoginI18n.Form form = i18n.getForm();
        form.setTitle(t("login.title"));
        form.setUsername(t("login.user"));
        form.setPassword(t("login.password"));
        form.setSubmit(t("login.submit"));
        form.setForgotPassword(t("login.forgot"));
        LoginI18n.ErrorMessage error = i18n.getErrorMessage();
        error.setTitle(t("login.wrong"));
        error.setMessage(t("login.wrong.message"));
        error.setUsername(t("login.user.missing"));
        error.setPassword(t("login.password.missing"));
        return i18n;
    }

    /** What a page says while the server can't be reached. */
    public static void speak(UI ui) {
        ui.getReconnectDialogConfiguration().setDialogText(t("connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(t("connection.gone"));
        ui.getPage()
                .executeJs(
                        """
                        const c = window.Vaadin && window.Vaadin.connectionIndicator;
                        if (c) { c.onlineText = $0; c.offlineText = $1; c.reconnectingText = $2; }
                        """,
                        t("connection.online"),
                        t("connection.gone"),
                        t("connection.lost"));
    }

    private static List<String> words(String key) {
        return List.of(t(key).split(","));
    }

    static String t(String key) {
        return TEXTS.here(key);
    }
}
