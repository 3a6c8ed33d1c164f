package org.shishi.shell.edition;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shishi.api.platform.EditionAdmin.Number;
import org.shishi.shell.page.Marks;
import org.shishi.shell.text.ShellTexts;

/** What a change takes away and what it brings; of lists and maps only what differs. */
final class Difference extends Div {

    private final transient EditionWords words;

    Difference(EditionWords words, Number number, Object before, Object after) {
        this.words = words;
        addClassName("difference");
        if (before instanceof List<?> old && after instanceof List<?> now) {
            lists(number, old, now);
        } else if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            Set<Object> keys = new LinkedHashSet<>(old.keySet());
            keys.addAll(now.keySet());
            keys.forEach(key -> inside(List.of(String.valueOf(key)), old.get(key), now.get(key)));
        } else {
            Span arrow = new Span("→");
            arrow.getElement().setAttribute("aria-hidden", "true");
            add(Marks.gone(words.value(number, before)), arrow, Marks.come(words.value(number, after)));
        }
        if (getComponentCount() == 0) {
            add(new Span(ShellTexts.t("edition.same")));
        }
    }

    private void lists(Number number, List<?> before, List<?> after) {
        List<Object> gone = new ArrayList<>(before);
        after.forEach(gone::remove);
        List<Object> come = new ArrayList<>(after);
        before.forEach(come::remove);
        gone.forEach(each -> add(Marks.gone(words.part(number, each))));
        come.forEach(each -> add(Marks.come(words.part(number, each))));
        if (gone.isEmpty() && come.isEmpty() && !before.equals(after)) {
            add(Marks.gone(words.value(number, before)), Marks.come(words.value(number, after)));
        }
    }

    private void inside(List<String> path, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            Map<Object, Object> all = new LinkedHashMap<>(old);
            now.forEach(all::putIfAbsent);
            all.keySet().forEach(key -> {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(String.valueOf(key));
                inside(deeper, old.get(key), now.get(key));
            });
            return;
        }
        Span name = new Span(String.join(" · ", path.stream().map(words::part).toList()));
        name.addClassName("difference-name");
        add(new Div(name, Marks.gone(words.part(before)), new Span("→"), Marks.come(words.part(after))));
    }
}
