package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.Icon;
import java.util.Objects;

/**
 * The conditions above a table: four at a glance, the rest folded; query, reset, Enter queries. On a phone two, or the rows
 * would lie below the screen.
 */
public final class QueryBar extends Section {

    private static final int AT_A_GLANCE = 4;
    private static final int ON_A_PHONE = 2;

    private final transient Runnable query;
    private final Div first = new Div();
    private final Div rest = new Div();
    private final Details more = new Details(t("query.more"), rest);
    private final Button all = new Button(t("query.all-conditions"), new Icon("vaadin:chevron-down"), e -> showAll());
    private int conditions;

    public QueryBar(Runnable query, Runnable reset) {
        this.query = query;
        addClassName("query-bar");
        getElement().setAttribute("role", "search").setAttribute("aria-label", t("query.title"));
        Button run = new Button(t("query.run"), new Icon("vaadin:search"), e -> query.run());
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(run, new Button(t("query.reset"), e -> reset.run()));
        buttons.addClassName("query-buttons");
        first.addClassName("query-fields");
        rest.addClassName("query-fields");
        more.setVisible(false);
        all.addClassName("query-all");
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        all.setVisible(false);
        Div row = new Div(first, all, buttons);
        row.addClassName("query-row");
        add(row, more);
    }

    /** @param field as it stands when it asks for nothing */
    public void condition(Component field) {
        conditions++;
        // Not the Enter that ends the writing of a Chinese word.
        field.getElement()
                .addEventListener("keydown", e -> query.run())
                .setFilter("event.key === 'Enter' && !event.isComposing && event.keyCode !== 229"
                        + " && !element.opened && element.localName === 'vaadin-text-field'")
                .synchronizeProperty("value");
        if (conditions <= AT_A_GLANCE) {
            first.add(field);
        } else {
            rest.add(field);
            more.setVisible(true);
        }
        if (conditions > ON_A_PHONE) {
            all.setVisible(true);
            if (field instanceof HasValue<?, ?> asked) {
                // What narrows the rows is seen.
                Object nothing = asked.getValue();
                asked.addValueChangeListener(e -> showIfAsked(asked, nothing));
            }
        }
    }

    private void showIfAsked(HasValue<?, ?> asked, Object nothing) {
        if (!Objects.equals(asked.getValue(), nothing)) {
            whole();
        }
    }

    private void showAll() {
        whole();
        first.getChildren().skip(ON_A_PHONE).findFirst().ifPresent(field -> {
            if (field instanceof Focusable<?> next) {
                next.focus();
            }
        });
    }

    private void whole() {
        addClassName("query-whole");
        all.setVisible(false);
    }

    /** Where there is room, all conditions are seen from the start. */
    public void unfold() {
        more.setOpened(true);
    }

    /** A condition that asks for something is not hidden in the fold. */
    public void unfold(Component field) {
        if (first.getChildren().limit(ON_A_PHONE).noneMatch(field::equals)) {
            whole();
        }
        if (rest.getChildren().anyMatch(field::equals)) {
            more.setOpened(true);
        }
    }
}
