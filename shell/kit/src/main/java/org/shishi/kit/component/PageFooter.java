package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.shishi.kit.field.Amounts;

/** Under a table: how many there are, how many at once, first, previous, next, last. */
public final class PageFooter extends Nav {

    /** Sizes that are offered. */
    public static final List<Integer> SIZES = List.of(20, 50, 100);

    /** Which page is asked for. */
    public enum Turn {
        FIRST("vaadin:angle-double-left"),
        PREVIOUS("vaadin:angle-left"),
        NEXT("vaadin:angle-right"),
        LAST("vaadin:angle-double-right");

        private final String icon;

        Turn(String icon) {
            this.icon = icon;
        }
    }

    private final Span total = new Span();
    private final Select<Integer> size = new Select<>();
    private final List<Button> turns;
    private transient Consumer<Turn> turned = turn -> {};
    private transient Consumer<Integer> sized = rows -> {};

    PageFooter() {
        addClassName("page-footer");
        setAriaLabel(t("pages.title"));
        size.setItems(SIZES);
        size.setItemLabelGenerator(rows -> t("pages.size", rows));
        size.setAriaLabel(t("pages.size.label"));
        size.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                sized.accept(event.getValue());
            }
        });
        turns = List.of(Turn.values()).stream().map(this::button).toList();
        Div buttons = new Div();
        buttons.addClassName("page-turns");
        buttons.add(turns.toArray(Button[]::new));
        total.addClassName("page-total");
        add(total, size, buttons);
    }

    private Button button(Turn turn) {
        Button button = new Button(new Icon(turn.icon), e -> turned.accept(turn));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(t("pages." + turn));
        button.setTooltipText(t("pages." + turn));
        return button;
    }

    public void onTurn(Consumer<Turn> listener) {
        turned = listener;
    }

    public void onSize(Consumer<Integer> listener) {
        sized = listener;
    }

    /** @param cap what was counted no further than */
    public void show(long count, long cap, int rows, boolean first, boolean last) {
        total.setText(t("pages.total", Amounts.count(count, cap)));
        size.setValue(SIZES.contains(rows) ? rows : null);
        turns.get(0).setEnabled(!first);
        turns.get(1).setEnabled(!first);
        turns.get(2).setEnabled(!last);
        turns.get(3).setEnabled(!last);
    }
}
