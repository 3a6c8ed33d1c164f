package org.shishi.shell.edition;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.EditionAdmin.Extension;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.api.programme.EditionState;
import org.shishi.kit.component.ActionDialog;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Windows held open for single organisations. */
final class ExtensionList extends Section {

    private final transient EditionVisit visit;

    ExtensionList(EditionVisit visit) {
        this.visit = visit;
        addClassName("card");
        Div head = new Div(new H2(ShellTexts.t("extension.title")));
        head.addClassName("card-head");
        List<Window> windows = windows();
        if (visit.may(Right.APPROVE) && visit.state() == EditionState.PUBLISHED && !windows.isEmpty()) {
            head.add(new Button(
                    ShellTexts.t("extension.grant"), new Icon("vaadin:clock"), e -> new ExtensionDialog(visit, windows)
                            .open()));
        }
        Paragraph text = new Paragraph(ShellTexts.t("extension.text"));
        text.addClassName("muted");
        add(head, text);
        if (!visit.sheet().extensions().isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("notices");
            visit.sheet().extensions().forEach(each -> list.add(item(each, windows)));
            add(list);
        }
    }

    /** @param name as {@code Edition.window} takes it */
    record Window(String name, String title, LocalDate to) {}

    /** Days, windows, and windows inside of maps, that are set. */
    private List<Window> windows() {
        List<Window> found = new ArrayList<>();
        for (Number number : visit.sheet().numbers()) {
            collect(
                    found,
                    number.parameter().name(),
                    ShellTexts.t(number.title()),
                    number.parameter().value());
        }
        return found;
    }

    private void collect(List<Window> found, String name, String title, Object value) {
        if (value instanceof LocalDate to) {
            found.add(new Window(name, title, to));
        } else if (value instanceof Map<?, ?> map && map.get("to") instanceof LocalDate to) {
            found.add(new Window(name, title, to));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collect(
                    found, name + "." + key, title + " · " + visit.words().part(String.valueOf(key)), inner));
        }
    }

    private ListItem item(Extension extension, List<Window> windows) {
        String window = windows.stream()
                .filter(each -> each.name().equals(extension.window()))
                .map(Window::title)
                .findFirst()
                .orElse(extension.window());
        String who = visit.organisations()
                .byId(extension.organisation())
                .map(Organisation::name)
                .orElse("—");
        Div head = new Div(new Span(ShellTexts.t("extension.line", window, who, extension.until())));
        head.addClassName("notice-head");
        ListItem item = new ListItem(head, new Paragraph(ShellTexts.t("edition.because", extension.reason())));
        Span by = new Span(ShellTexts.t("extension.by", extension.by(), Moments.minute(extension.at())));
        by.addClassName("muted");
        item.add(by);
        if (extension.revokedAt() != null) {
            Span over = new Span(
                    ShellTexts.t("extension.revoked", extension.revokedBy(), Moments.minute(extension.revokedAt())));
            over.addClassName("muted");
            item.add(new Div(over));
        } else if (visit.may(Right.APPROVE)) {
            Button revoke = new Button(ShellTexts.t("extension.revoke"), e -> revoke(extension, who));
            revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            revoke.setAriaLabel(ShellTexts.t("action.on", ShellTexts.t("extension.revoke"), who));
            item.add(new Div(revoke));
        }
        return item;
    }

    private void revoke(Extension extension, String who) {
        new ActionDialog(
                        ShellTexts.t("extension.revoke.title", who),
                        ShellTexts.t("extension.revoke.effect"),
                        ShellTexts.t("extension.revoke"))
                .reasonRequired(ShellTexts.t("edition.reason"))
                .open(
                        answer -> {
                            visit.admin().revoke(CurrentUser.get(), extension.id(), answer.reason());
                            visit.again().run();
                        },
                        visit.refusals());
    }
}
