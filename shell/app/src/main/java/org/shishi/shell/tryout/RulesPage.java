package org.shishi.shell.tryout;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.api.rule.RuleInfo;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.FollowsProgrammes;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.ShellTexts;

/** All rules that can be tried out, by programme. */
@Component(service = RulesPage.class, scope = ServiceScope.PROTOTYPE)
public final class RulesPage extends ShellPage implements BeforeEnterObserver, FollowsProgrammes {

    private record Owner(String id, Integer year) {}

    private final transient RuleCatalogue rules;
    private final transient LiveProgrammes programmes;
    private final TextField filter = new TextField();
    private final Div content = new Div();

    @Activate
    public RulesPage(@Reference RuleCatalogue rules, @Reference LiveProgrammes programmes) {
        super("tryout.title");
        this.rules = rules;
        this.programmes = programmes;
        lead("tryout.lead");
        filter.setLabel(ShellTexts.t("tryout.filter"));
        filter.setPrefixComponent(new Icon("vaadin:search"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addClassName("page-filter");
        filter.addValueChangeListener(e -> show());
        add(filter, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public void programmesChanged() {
        show();
    }

    private void show() {
        content.removeAll();
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        Map<Owner, List<RuleWords>> byOwner = rules.rules().stream()
                .map(rule -> new RuleWords(rules, rule))
                .filter(words -> fits(words, wanted))
                .collect(Collectors.groupingBy(
                        words -> new Owner(words.rule().owner(), words.rule().year()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        // What programmes decide by first, what they all share last.
        byOwner.forEach((owner, theirs) -> {
            Section section = section(owner, theirs);
            if (owner.year() == null) {
                content.add(section);
            } else {
                content.addComponentAtIndex(
                        (int) content.getChildren()
                                .filter(each -> !each.hasClassName("rules-core"))
                                .count(),
                        section);
            }
        });
        if (byOwner.isEmpty()) {
            content.add(EmptyState.nothingMatches(() -> filter.setValue("")));
        }
    }

    private static boolean fits(RuleWords words, String wanted) {
        String all = String.join(
                " ",
                words.rule().id(),
                words.title(),
                String.valueOf(words.text()),
                words.rule().name());
        return all.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Section section(Owner owner, List<RuleWords> theirs) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rule-list");
        theirs.forEach(words -> list.add(item(words)));
        Section section = new Section(new H2(title(owner)), list);
        section.addClassNames("stack", owner.year() == null ? "rules-core" : "rules-programme");
        return section;
    }

    private static ListItem item(RuleWords words) {
        RuleInfo rule = words.rule();
        Code id = new Code(rule.id());
        H3 title = new H3(Links.to(
                TryOutPage.PATH + "/" + rule.id(),
                rule.year() == null
                        ? QueryParameters.empty()
                        : QueryParameters.of("year", rule.year().toString()),
                words.title()));
        Span source = new Span(words.where());
        source.addClassName("muted");
        ListItem item = new ListItem(id, title);
        if (words.text() != null) {
            item.add(new Paragraph(words.text()));
        }
        item.add(source);
        item.addClassName("card");
        return item;
    }

    private String title(Owner owner) {
        if (owner.year() == null) {
            return ShellTexts.t("tryout.core");
        }
        String name = programmes
                .find(owner.id(), owner.year())
                .map(live -> live.title().in(Messages.locale()))
                .orElse(owner.id());
        return ShellTexts.t("todo.programme.year", name, Integer.toString(owner.year()));
    }
}
