package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;

/** All that is wrong with a form, on top of it: takes the focus when shown, each line leads to its field. */
public final class ErrorSummary extends Section implements Focusable<ErrorSummary> {

    /**
     * @param label of the field; null: none is to blame
     * @param message the words that stand beside the field, too
     * @param follow goes to the field; null: there is none
     */
    public record Line(String label, String message, Runnable follow) {}

    public ErrorSummary() {
        addClassName("error-summary");
        getElement().setAttribute("role", "alert");
        setTabIndex(-1);
        setVisible(false);
    }

    public void show(List<Line> lines) {
        show(t("errors.title", lines.size()), lines);
    }

    /** Under a heading of its own, where nothing that was typed is to blame. */
    public void show(String title, List<Line> lines) {
        removeAll();
        setVisible(!lines.isEmpty());
        if (lines.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(item(line)));
        add(new H2(new Icon("vaadin:exclamation-circle"), new Text(title)), list);
        focus();
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    public void clear() {
        show(List.of());
    }

    private static ListItem item(Line line) {
        boolean named = line.label() == null || line.message().contains(line.label());
        String words = named ? line.message() : t("errors.line", line.label(), line.message());
        if (line.follow() == null) {
            return new ListItem(words);
        }
        Anchor link = new Anchor("#", words);
        link.setRouterIgnore(true);
        link.getElement().addEventListener("click", e -> line.follow().run()).preventDefault();
        return new ListItem(link);
    }
}
