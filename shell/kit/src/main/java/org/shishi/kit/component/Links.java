package org.shishi.kit.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.router.QueryParameters;

/** Links inside the platform: followed without loading the page anew, and good for a browser tab of their own. */
public final class Links {

    private Links() {}

    /** @param path without a slash in front, for example {@code 2026/new-form} */
    public static Anchor to(String path, String text) {
        Anchor link = new Anchor(path, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    public static Anchor to(String path, QueryParameters parameters, String text) {
        return to(withQuery(path, parameters), text);
    }

    /** A link that looks like a button. */
    public static Anchor button(String path, String icon, String text) {
        Anchor link = to(path, "");
        link.addClassName("link-button");
        link.add(new Icon(icon));
        link.add(text);
        return link;
    }

    /** A link that looks like the page's first button. */
    public static Anchor primary(String path, String icon, String text) {
        Anchor link = button(path, icon, text);
        link.addClassName("primary");
        return link;
    }

    public static Anchor around(String path, Component... content) {
        Anchor link = to(path, "");
        link.add(content);
        return link;
    }

    public static String withQuery(String path, QueryParameters parameters) {
        String query = parameters.getQueryString();
        return query.isEmpty() ? path : path + "?" + query;
    }
}
