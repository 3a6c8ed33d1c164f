package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.List;

/** Short notices over the page: what went well goes by itself after five seconds, what did not stays until closed. */
public final class Notices {

    private static final int SUCCESS_MILLIS = 5000;

    private Notices() {}

    public static void success(String text) {
        Notification notice = notice(List.of(text), "vaadin:check-circle");
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notice.setDuration(SUCCESS_MILLIS);
        notice.open();
    }

    public static void error(String text) {
        error(List.of(text));
    }

    /** Several reasons, one line each. */
    public static void error(List<String> texts) {
        Notification notice = notice(texts, "vaadin:exclamation-circle");
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
        notice.setDuration(0);
        notice.open();
    }

    private static Notification notice(List<String> texts, String icon) {
        Notification notice = new Notification();
        notice.setPosition(Notification.Position.TOP_CENTER);
        Div lines = new Div();
        texts.forEach(text -> lines.add(new Div(new Text(text))));
        Button close = new Button(new Icon("vaadin:close-small"), e -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(t("close"));
        Div row = new Div(new Icon(icon), lines, close);
        row.addClassName("notice");
        notice.add(row);
        return notice;
    }
}
