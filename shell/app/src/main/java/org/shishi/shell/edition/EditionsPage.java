package org.shishi.shell.edition;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.platform.EditionAdmin.Head;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.ShellTexts;

/** The years of all programmes, also of those that are away. */
@Component(service = EditionsPage.class, scope = ServiceScope.PROTOTYPE)
public final class EditionsPage extends ShellPage implements BeforeEnterObserver {

    private final transient EditionAdmin admin;
    private final Div content = new Div();

    @Activate
    public EditionsPage(@Reference EditionAdmin admin) {
        super("edition.title");
        this.admin = admin;
        lead("edition.all.lead");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        content.removeAll();
        Map<String, List<Head>> byProgramme = admin.editions().stream()
                .collect(Collectors.groupingBy(Head::programmeId, LinkedHashMap::new, Collectors.toList()));
        if (byProgramme.isEmpty()) {
            content.add(EmptyState.saying(ShellTexts.t("edition.none")));
        }
        byProgramme.values().forEach(years -> content.add(programme(years)));
    }

    private static Section programme(List<Head> years) {
        UnorderedList list = new UnorderedList();
        list.addClassName("edition-years");
        years.forEach(head -> list.add(year(head)));
        Section section = new Section(new H2(ShellTexts.t(years.getFirst().title())), list);
        section.addClassName("card");
        return section;
    }

    private static ListItem year(Head head) {
        List<String> open = new ArrayList<>();
        add(open, "edition.head.drafts", head.drafts());
        add(open, "edition.head.unconfirmed", head.unconfirmed());
        add(open, "edition.head.empty", head.empty());
        Span words = new Span(String.join(ShellTexts.t("list.comma"), open));
        words.addClassName("muted");
        return new ListItem(
                Links.to(
                        EditionPage.path(head.programmeId(), head.year()),
                        ShellTexts.t("scope.year.item", Integer.toString(head.year()))),
                EditionWords.state(head.state()),
                words);
    }

    private static void add(List<String> words, String key, int count) {
        if (count > 0) {
            words.add(ShellTexts.t(key, count));
        }
    }
}
