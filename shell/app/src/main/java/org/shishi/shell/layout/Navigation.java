package org.shishi.shell.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.shishi.kit.text.BuiltIn;
import org.shishi.shell.text.ShellTexts;

/** The left menu on screen. */
final class Navigation extends Div {

    private final Nav nav = new Nav();

    Navigation() {
        addClassName("navigation");
        nav.getElement().setAttribute("aria-label", ShellTexts.t("nav.label"));
        add(nav);
    }

    /** @param query keeps the year on the platform's own pages */
    void show(
            List<MenuEntry> own,
            int year,
            List<MenuEntry> programmes,
            List<MenuEntry> administration,
            QueryParameters query) {
        nav.removeAll();
        nav.add(list(own, query));
        if (!programmes.isEmpty() || administration.isEmpty()) {
            nav.add(heading("nav.programmes.of", Integer.toString(year)));
            nav.add(programmes.isEmpty() ? nothing() : list(programmes, QueryParameters.empty()));
        }
        if (!administration.isEmpty()) {
            nav.add(heading("nav.administration"));
            nav.add(list(administration, query));
        }
    }

    /** The number beside "to-do". */
    void todo(int open) {
        nav.getChildren()
                .filter(SideNav.class::isInstance)
                .flatMap(list -> ((SideNav) list).getItems().stream())
                .filter(item -> "todo".equals(item.getPath()))
                .findFirst()
                .ifPresent(item -> item.setSuffixComponent(open == 0 ? null : count(open)));
    }

    private static Span count(int open) {
        Span count = new Span(Counts.shown(open));
        count.addClassName("count");
        return count;
    }

    private static H2 heading(String key, Object... args) {
        H2 heading = new H2(ShellTexts.t(key, args));
        heading.addClassName("nav-heading");
        return heading;
    }

    private static Paragraph nothing() {
        Paragraph text = new Paragraph(ShellTexts.t("nav.programmes.none"));
        text.addClassName("nav-empty");
        return text;
    }

    private static SideNav list(List<MenuEntry> entries, QueryParameters query) {
        SideNav list = BuiltIn.speak(new SideNav());
        // The landmark is ours, around all lists.
        list.getElement().setAttribute("role", "presentation");
        entries.forEach(entry -> list.addItem(item(entry, query)));
        return list;
    }

    private static SideNavItem item(MenuEntry entry, QueryParameters query) {
        SideNavItem item = new SideNavItem(entry.title());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        if (entry.children().isEmpty()) {
            item.setPath(entry.path());
            item.setQueryParameters(query);
            item.setMatchNested(entry.nested());
        } else {
            entry.children().forEach(child -> item.addItem(item(child, query)));
            // The toggle says that it controls "children"; the component gives nothing that id.
            item.getElement()
                    .executeJs("this.updateComplete.then(() => {"
                            + " this.shadowRoot.querySelector('[part~=children]').id = 'children'; })");
        }
        return item;
    }
}
