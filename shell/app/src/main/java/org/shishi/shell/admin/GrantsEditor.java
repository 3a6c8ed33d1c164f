package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.kit.component.ErrorSummary;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.RoleWords;
import org.shishi.shell.text.ShellTexts;

/** The roles of an account, one line each: organisation, programme, role. */
final class GrantsEditor extends Div {

    private final class Line extends Div {
        private final OrganisationPicker organisation =
                new OrganisationPicker(ShellTexts.t("accounts.grant.organisation"), organisations, CurrentUser.get());
        private final Select<String> programme = new Select<>();
        private final Select<Role> role = new Select<>();

        Line() {
            addClassName("grant-line");
            programme.setLabel(ShellTexts.t("accounts.grant.programme"));
            programme.setItems(titles.keySet());
            programme.setItemLabelGenerator(id -> titles.getOrDefault(id, id));
            programme.setValue(Caller.EVERY_PROGRAMME);
            role.setLabel(ShellTexts.t("accounts.grant.role"));
            role.setItems(Role.values());
            role.setItemLabelGenerator(RoleWords::of);
            Button remove = new Button(VaadinIcon.TRASH.create(), e -> lines.remove(this));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(ShellTexts.t("accounts.grant.remove"));
            add(organisation, programme, role, remove);
        }
    }

    private final transient Organisations organisations;
    private final transient Map<String, String> titles = new LinkedHashMap<>();
    private final Div lines = new Div();

    GrantsEditor(Organisations organisations, LiveProgrammes programmes) {
        this.organisations = organisations;
        addClassName("grants");
        titles.put(Caller.EVERY_PROGRAMME, ShellTexts.t("programmes.every"));
        programmes.years().stream()
                .flatMap(year -> programmes.ofYear(year).stream())
                .forEach(live ->
                        titles.putIfAbsent(live.descriptor().id(), live.title().in(Messages.locale())));
        Button add = new Button(ShellTexts.t("accounts.grant.add"), VaadinIcon.PLUS.create(), e -> {
            Line line = new Line();
            lines.add(line);
            line.organisation.focus();
        });
        add(lines, add);
    }

    void show(Set<Accounts.Grant> grants) {
        lines.removeAll();
        // A programme that is away keeps its roles.
        grants.forEach(grant -> titles.putIfAbsent(grant.programmeId(), grant.programmeId()));
        grants.stream().sorted(Comparator.comparing(Accounts.Grant::role)).forEach(grant -> lines.add(line(grant)));
    }

    private Line line(Accounts.Grant grant) {
        Line line = new Line();
        organisations.byId(grant.organisation()).ifPresent(line.organisation::setValue);
        line.programme.setValue(grant.programmeId());
        line.role.setValue(grant.role());
        return line;
    }

    private List<Line> all() {
        return lines.getChildren().map(Line.class::cast).toList();
    }

    /** Lines that are not complete. */
    List<ErrorSummary.Line> problems() {
        List<ErrorSummary.Line> problems = new ArrayList<>();
        for (Line line : all()) {
            boolean place = line.organisation.getValue() == null;
            boolean role = line.role.getValue() == null;
            line.organisation.setInvalid(place);
            line.organisation.setErrorMessage(place ? ShellTexts.t("required") : null);
            line.role.setInvalid(role);
            line.role.setErrorMessage(role ? ShellTexts.t("required") : null);
            if (place) {
                problems.add(problem(line.organisation.getLabel(), line.organisation::focus));
            }
            if (role) {
                problems.add(problem(line.role.getLabel(), line.role::focus));
            }
        }
        return problems;
    }

    private static ErrorSummary.Line problem(String label, Runnable follow) {
        return new ErrorSummary.Line(label, ShellTexts.t("required"), follow);
    }

    Set<Accounts.Grant> grants() {
        Set<Accounts.Grant> grants = new LinkedHashSet<>();
        all().forEach(line -> grants.add(new Accounts.Grant(
                line.organisation.getValue().id(), line.programme.getValue(), line.role.getValue())));
        return grants;
    }
}
