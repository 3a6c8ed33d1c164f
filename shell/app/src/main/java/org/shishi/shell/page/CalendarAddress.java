package org.shishi.shell.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import org.shishi.api.platform.DeadlineCentre;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** The secret address under which a calendar program reads one's deadlines: shown once, ended at will. */
public final class CalendarAddress extends Div {

    private final transient DeadlineCentre centre;

    public CalendarAddress(DeadlineCentre centre) {
        this.centre = centre;
        addClassName("form");
        show();
    }

    private void show() {
        removeAll();
        Optional<Instant> since = centre.feedSince(CurrentUser.get());
        add(new Paragraph(
                since.map(at -> ShellTexts.t("feed.since", Moments.minute(at))).orElse(ShellTexts.t("feed.none"))));
        Button make = new Button(ShellTexts.t(since.isPresent() ? "feed.renew" : "feed.make"), e -> make());
        Div buttons = new Div(make);
        buttons.addClassName("form-buttons");
        if (since.isPresent()) {
            Button end = new Button(ShellTexts.t("feed.end"), e -> {
                centre.endFeed(CurrentUser.get());
                show();
            });
            end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            buttons.add(end);
        }
        add(buttons);
    }

    /** The browser alone knows by which name people reach the platform. */
    private void make() {
        String path = "/api/v1/calendar/" + centre.newFeed(CurrentUser.get()) + ".ics";
        show();
        UI.getCurrent().getPage().executeJs("return window.location.origin").then(String.class, origin -> {
            TextField address = new TextField(ShellTexts.t("feed.address"));
            address.setValue(origin + path);
            address.setReadOnly(true);
            address.setAutoselect(true);
            address.setWidthFull();
            address.setHelperText(ShellTexts.t("feed.once"));
            addComponentAtIndex(1, address);
            address.focus();
        });
    }
}
