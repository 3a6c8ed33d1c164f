package org.shishi.shell.page;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.kit.component.Links;
import org.shishi.shell.text.ShellTexts;

/** Lists that go on by key: the key of the last row stands in the address, back is the browser's own. */
public final class Paging {

    private static final String AFTER = "after";

    private Paging() {}

    public static Optional<String> after(QueryParameters query) {
        return query.getSingleParameter(AFTER);
    }

    /** What people make of an address by hand leads to the start of the list. */
    public static Optional<UUID> uuid(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param fetched one more row than is shown, if there are more */
    public static <T> Nav links(Location here, List<T> fetched, int shown, Function<T, Object> key) {
        Nav nav = new Nav();
        nav.addClassName("paging");
        nav.setAriaLabel(ShellTexts.t("paging"));
        if (after(here.getQueryParameters()).isPresent()) {
            nav.add(Links.button(path(here, null), "vaadin:angle-double-left", ShellTexts.t("paging.first")));
        }
        if (fetched.size() > shown) {
            String last = key.apply(fetched.get(shown - 1)).toString();
            nav.add(Links.button(path(here, last), "vaadin:angle-right", ShellTexts.t("paging.next")));
        }
        nav.setVisible(nav.getComponentCount() > 0);
        return nav;
    }

    private static String path(Location here, String after) {
        Map<String, List<String>> query =
                new HashMap<>(here.getQueryParameters().getParameters());
        query.remove(AFTER);
        if (after != null) {
            query.put(AFTER, List.of(after));
        }
        return Links.withQuery(here.getPath(), new QueryParameters(query));
    }
}
