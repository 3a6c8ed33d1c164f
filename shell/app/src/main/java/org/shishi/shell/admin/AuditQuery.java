package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.AuditLog;
import org.shishi.kit.component.QueryBar;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.page.Paging;
import org.shishi.shell.page.RecordAddress;
import org.shishi.shell.text.ShellTexts;

/** The conditions above the log. They stand in the address; the fields show what stands there. */
final class AuditQuery extends Div {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String ORGANISATION = "organisation";
    private static final String ONLY = "only";
    private static final String ACTION = "action";
    private static final String USER = "user";
    private static final String OBJECT = "object";

    private final transient Organisations organisations;
    private final transient AuditWords words;
    private final DatePicker from = BuiltIn.speak(new DatePicker(ShellTexts.t("audit.from")));
    private final DatePicker to = BuiltIn.speak(new DatePicker(ShellTexts.t("audit.to")));
    private final OrganisationPicker organisation;
    private final Checkbox below = new Checkbox(ShellTexts.t("audit.below"));
    private final ComboBox<String> action = new ComboBox<>(ShellTexts.t("audit.action"));
    private final TextField user = new TextField(ShellTexts.t("audit.user"));
    private final TextField object = new TextField(ShellTexts.t("audit.record"));
    private final QueryBar bar = new QueryBar(this::query, AuditQuery::reset);

    AuditQuery(Organisations organisations, AuditWords words) {
        this.organisations = organisations;
        this.words = words;
        organisation = new OrganisationPicker(ShellTexts.t("audit.organisation"), organisations, CurrentUser.get());
        action.setItemLabelGenerator(words::action);
        action.setClearButtonVisible(true);
        object.setHelperText(ShellTexts.t("audit.record.help"));
        below.setValue(true);
        List.of(from, to, organisation, action, user, object, below).forEach(bar::condition);
        add(bar);
    }

    /** @param actions that there are */
    AuditLog.Wanted show(QueryParameters query, List<String> actions) {
        from.setValue(day(query, FROM));
        to.setValue(day(query, TO));
        organisation.setValue(query.getSingleParameter(ORGANISATION)
                .flatMap(Paging::uuid)
                .flatMap(organisations::byId)
                .orElse(null));
        below.setValue(query.getSingleParameter(ONLY).isEmpty());
        String wanted =
                query.getSingleParameter(ACTION).filter(name -> !name.isBlank()).orElse(null);
        List<String> names = new ArrayList<>(actions);
        if (wanted != null && !names.contains(wanted)) {
            names.add(wanted);
        }
        names.sort(Comparator.comparing(words::action));
        action.setItems(names);
        action.setValue(wanted);
        user.setValue(query.getSingleParameter(USER).orElse(""));
        object.setValue(query.getSingleParameter(OBJECT).orElse(""));
        if (!user.isEmpty() || !object.isEmpty() || !below.getValue()) {
            bar.unfold(user);
        }
        return wanted();
    }

    private AuditLog.Wanted wanted() {
        Organisation body = organisation.getValue();
        return new AuditLog.Wanted(
                from.getValue(),
                to.getValue(),
                text(user),
                action.getValue(),
                object.isEmpty()
                        ? null
                        : RecordAddress.of(object.getValue().strip())
                                .map(RecordAddress::object)
                                .orElse(text(object)),
                body == null ? null : body.id(),
                below.getValue());
    }

    private void query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, FROM, from.getValue());
        put(query, TO, to.getValue());
        put(
                query,
                ORGANISATION,
                organisation.isEmpty() ? null : organisation.getValue().id());
        put(query, ONLY, below.getValue() ? null : "own");
        put(query, ACTION, action.getValue());
        put(query, USER, text(user));
        put(query, OBJECT, text(object));
        UI.getCurrent().navigate(AuditPage.ROUTE, QueryParameters.simple(query));
    }

    static void reset() {
        UI.getCurrent().navigate(AuditPage.ROUTE);
    }

    /** Where all lines of a day are. */
    static QueryParameters of(LocalDate day) {
        return QueryParameters.simple(Map.of(FROM, day.toString(), TO, day.toString()));
    }

    private static void put(Map<String, String> query, String name, Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    private static String text(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static LocalDate day(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
