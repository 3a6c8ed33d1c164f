package org.shishi.shell.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.field.OrganisationPicker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.text.ShellTexts;

/** Asks what is to be changed in the tree, shows the plan, and does it when that is confirmed. */
final class TreeChanges {

    private final Organisation body;
    private final Organisations organisations;
    private final OrganisationAdmin admin;
    private final RefusalWords words;
    private final Consumer<Organisation> changed;

    TreeChanges(
            Organisation body,
            Organisations organisations,
            OrganisationAdmin admin,
            RefusalWords words,
            Consumer<Organisation> changed) {
        this.body = body;
        this.organisations = organisations;
        this.admin = admin;
        this.words = words;
        this.changed = changed;
    }

    void move() {
        OrganisationPicker to = picker("organisations.move.to");
        ask("move", () -> new OrgChange.Move(body.id(), chosen(to, "parent")), to);
    }

    void rename() {
        TextField name = new TextField(ShellTexts.t("organisations.rename.to"));
        name.setWidthFull();
        name.setValue(body.name());
        Checkbox keep = new Checkbox(ShellTexts.t("organisations.rename.keep"), true);
        ask("rename", () -> new OrgChange.Rename(body.id(), name.getValue(), keep.getValue()), name, keep);
    }

    /** This one takes others in. */
    void merge() {
        MultiSelectComboBox<Organisation> from =
                BuiltIn.speak(new MultiSelectComboBox<>(ShellTexts.t("organisations.merge.from")));
        from.setItems(query -> organisations
                .search(CurrentUser.get(), query.getFilter().orElse(""), 500)
                .stream()
                .filter(one -> one.type() == body.type() && !one.id().equals(body.id()))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        from.setItemLabelGenerator(Organisation::name);
        from.setWidthFull();
        Checkbox keep = new Checkbox(ShellTexts.t("organisations.merge.keep"), true);
        ask(
                "merge",
                () -> new OrgChange.Merge(
                        body.id(),
                        from.getValue().stream().map(Organisation::id).toList(),
                        keep.getValue()),
                from,
                keep);
    }

    void split() {
        SplitParts parts = new SplitParts(admin.children(CurrentUser.get(), body.id()));
        Checkbox close = new Checkbox(ShellTexts.t("organisations.split.close"));
        ask("split", () -> new OrgChange.Split(body.id(), parts.read(), close.getValue()), parts, close);
    }

    void close() {
        DatePicker last = BuiltIn.speak(new DatePicker(ShellTexts.t("organisations.close.last")));
        last.setWidthFull();
        Checkbox below = new Checkbox(ShellTexts.t("organisations.close.below"));
        ask("close", () -> new OrgChange.Close(body.id(), day(last), below.getValue()), last, below);
    }

    private static LocalDate day(DatePicker picker) {
        return picker.getValue();
    }

    private OrganisationPicker picker(String key) {
        OrganisationPicker picker = new OrganisationPicker(ShellTexts.t(key), organisations, CurrentUser.get());
        picker.setWidthFull();
        return picker;
    }

    private static UUID chosen(OrganisationPicker picker, String field) {
        if (picker.getValue() == null) {
            throw new RefusedException("CORE-MISSING", field);
        }
        return picker.getValue().id();
    }

    private void ask(String what, Supplier<OrgChange> change, Component... fields) {
        Div form = new Div(fields);
        form.addClassName("stack");
        new ActionDialog(
                        ShellTexts.t("organisations." + what + ".title", body.name()),
                        ShellTexts.t("organisations." + what + ".effect"),
                        ShellTexts.t("organisations.plan"))
                .with(form)
                .open(
                        answer -> {
                            OrgChange wanted = change.get();
                            confirm(what, wanted, admin.plan(CurrentUser.get(), wanted));
                        },
                        words);
    }

    private void confirm(String what, OrgChange change, OrgPlan plan) {
        ActionDialog dialog = new ActionDialog(
                        ShellTexts.t("organisations.plan.title", body.name()),
                        ShellTexts.t("organisations.plan.counts", plan.bodies(), plan.openCases(), plan.accounts()),
                        ShellTexts.t("organisations." + what + ".do"))
                .with(PlanSteps.of(plan));
        if (change instanceof OrgChange.Close || change instanceof OrgChange.Merge) {
            dialog.dangerous();
        }
        dialog.open(answer -> changed.accept(admin.apply(CurrentUser.get(), change, plan.token())), words);
    }

    /** New bodies with the subordinates that they get. */
    private static final class SplitParts extends Div {

        private final transient List<Organisation> children;
        private final Div lines = new Div();

        SplitParts(List<Organisation> children) {
            this.children = children;
            addClassName("stack");
            lines.addClassName("stack");
            line();
            Button more = new Button(ShellTexts.t("organisations.split.more"), e -> line());
            add(lines, more);
        }

        private void line() {
            lines.add(new SplitPart(children));
        }

        List<OrgChange.Part> read() {
            return lines.getChildren()
                    .map(SplitPart.class::cast)
                    .filter(part -> !part.empty())
                    .map(SplitPart::read)
                    .toList();
        }
    }

    private static final class SplitPart extends Div {

        private final TextField name = new TextField(ShellTexts.t("organisations.split.name"));
        private final TextField code = new TextField(ShellTexts.t("organisations.code"));
        private final MultiSelectComboBox<Organisation> children =
                BuiltIn.speak(new MultiSelectComboBox<>(ShellTexts.t("organisations.split.children")));

        SplitPart(List<Organisation> all) {
            addClassName("form");
            children.setItems(all);
            children.setItemLabelGenerator(Organisation::name);
            children.setVisible(!all.isEmpty());
            add(name, code, children);
        }

        boolean empty() {
            return name.isEmpty() && children.getValue().isEmpty();
        }

        OrgChange.Part read() {
            return new OrgChange.Part(
                    name.getValue(),
                    code.getValue(),
                    children.getValue().stream().map(Organisation::id).toList());
        }
    }
}
