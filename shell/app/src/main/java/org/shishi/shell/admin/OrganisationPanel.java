package org.shishi.shell.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.OrganisationHistory;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.page.Facts;
import org.shishi.shell.text.ShellTexts;

/** One body of the tree, and what can be done with it. */
final class OrganisationPanel extends Section {

    private final transient Organisation organisation;
    private final transient Organisations organisations;
    private final transient OrganisationAdmin admin;
    private final transient RefusalWords words;
    private final transient Consumer<Organisation> changed;

    OrganisationPanel(
            Organisation organisation,
            Organisations organisations,
            OrganisationHistory history,
            OrganisationAdmin admin,
            RefusalWords words,
            Consumer<Organisation> changed) {
        this.organisation = organisation;
        this.organisations = organisations;
        this.admin = admin;
        this.words = words;
        this.changed = changed;
        addClassName("card");
        add(
                new H2(organisation.name()),
                facts(),
                actions(),
                new OrganisationHistoryList(history.events(CurrentUser.get(), organisation.id())));
    }

    private Facts facts() {
        String none = ShellTexts.t("none");
        return new Facts()
                .add("organisations.type", OrganisationWords.type(organisation.type()))
                .add("organisations.code", organisation.code() == null ? none : organisation.code())
                .add(
                        "organisations.parent",
                        organisations
                                .superiorOf(organisation.id())
                                .map(Organisation::name)
                                .orElse(none))
                .add(
                        "organisations.aliases",
                        organisation.aliases().isEmpty()
                                ? none
                                : String.join(ShellTexts.t("list.comma"), organisation.aliases()))
                .add("organisations.district", OrganisationWords.district(organisation))
                .add("organisations.suburban", ShellTexts.t(organisation.suburban() ? "yes" : "no"))
                .add("organisations.valid", OrganisationWords.valid(organisation));
    }

    private Div actions() {
        Div actions = new Div();
        actions.addClassName("programme-actions");
        boolean changes = admin.changes(CurrentUser.get(), organisation.id());
        if (changes) {
            actions.add(new Button(
                    ShellTexts.t("organisations.edit"),
                    e -> OrganisationDialog.edit(organisation, words, this::update)));
        }
        if (!below().isEmpty()) {
            actions.add(new Button(
                    ShellTexts.t("organisations.new"),
                    e -> OrganisationDialog.create(organisation, below(), words, this::create)));
        }
        if (changes) {
            changes(actions);
        } else {
            actions.add(new Paragraph(ShellTexts.t("organisations.own")));
        }
        return actions;
    }

    private void changes(Div actions) {
        TreeChanges changes = new TreeChanges(organisation, organisations, admin, words, this::applied);
        change(actions, "rename", changes::rename);
        if (organisation.parentId() != null) {
            change(actions, "move", changes::move);
            change(actions, "merge", changes::merge);
            change(actions, "split", changes::split);
            change(actions, "close", changes::close);
        }
    }

    /** What may hang under this one. */
    private List<OrgType> below() {
        return Arrays.stream(OrgType.values())
                .filter(type -> type.mayHangUnder(organisation.type()))
                .toList();
    }

    private void create(Organisation draft) {
        Organisation created = admin.create(CurrentUser.get(), draft);
        Notices.success(ShellTexts.t("organisations.created", created.name()));
        changed.accept(created);
    }

    private void update(Organisation mended) {
        Organisation saved = admin.update(CurrentUser.get(), mended);
        Notices.success(ShellTexts.t("organisations.saved", saved.name()));
        changed.accept(saved);
    }

    private static void change(Div actions, String what, Runnable ask) {
        actions.add(new Button(ShellTexts.t("organisations." + what), e -> ask.run()));
    }

    private void applied(Organisation now) {
        Notices.success(ShellTexts.t("organisations.applied", now.name()));
        changed.accept(now);
    }
}
