package org.shishi.shell.tryout;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.platform.EditionAdmin;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.api.rule.RuleInfo;
import org.shishi.api.rule.Violation;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.field.ParameterWords;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.text.ShellTexts;

/**
 * Try a rule out: the same code that decides on applications, called with what one types; nothing is saved. The address
 * holds rule, year and inputs, so that a case can be shown to somebody else.
 */
@Component(service = TryOutPage.class, scope = ServiceScope.PROTOTYPE)
public final class TryOutPage extends ShellPage implements BeforeEnterObserver {

    public static final String PATH = "try-out";

    private final transient RuleCatalogue rules;
    private final transient EditionAdmin editions;
    private final transient LiveProgrammes programmes;
    private final Div content = new Div();

    private transient RuleInfo rule;
    private transient RuleWords words;
    private TrialForm form;
    private TrialNumbers numbers;
    private AnswerView answer;
    private Div developers;

    @Activate
    public TryOutPage(
            @Reference RuleCatalogue rules, @Reference EditionAdmin editions, @Reference LiveProgrammes programmes) {
        super("tryout.title");
        this.rules = rules;
        this.editions = editions;
        this.programmes = programmes;
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("rule").orElse("");
        Trial trial = Trial.of(event.getLocation().getQueryParameters());
        List<RuleInfo> offered =
                rules.rules().stream().filter(each -> each.id().equals(id)).toList();
        rule = offered.stream()
                .filter(each -> each.year() == null || each.year().equals(trial.year()))
                .findFirst()
                .orElse(offered.isEmpty() ? null : offered.getLast());
        content.removeAll();
        if (rule == null) {
            heading(ShellTexts.t("tryout.title"));
            content.add(EmptyState.saying(ShellTexts.t("tryout.gone", id)));
            return;
        }
        words = new RuleWords(rules, rule);
        build(offered);
        form.show(trial.inputs());
        numbers.show(trial.parameters());
        if (!trial.empty()) {
            calculate();
        }
    }

    private void build(List<RuleInfo> offered) {
        heading(words.title());
        form = new TrialForm(words);
        numbers = new TrialNumbers(words, parameters(), values());
        numbers.setVisible(!rule.parameters().isEmpty());
        answer = new AnswerView(words, this::goTo);
        developers = new Div();
        Div left = new Div(form, numbers, buttons());
        left.addClassName("tryout-form");
        Div right = new Div(answer, new RuleText(words), developers);
        right.addClassName("tryout-answer");
        Div columns = new Div(left, right);
        columns.addClassName("tryout");
        content.add(new RuleHead(words, place(), years(offered)), columns);
    }

    private String place() {
        return rule.year() == null
                ? ShellTexts.t("tryout.core")
                : programmes
                        .find(rule.owner(), rule.year())
                        .map(live -> live.title().in(Messages.locale()))
                        .orElse(rule.owner());
    }

    /** Nothing to choose where there is one year alone. */
    private Select<Integer> years(List<RuleInfo> offered) {
        Select<Integer> choice = new Select<>();
        choice.setLabel(ShellTexts.t("scope.year"));
        choice.setItems(offered.stream()
                .map(RuleInfo::year)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList());
        choice.setItemLabelGenerator(year -> ShellTexts.t("scope.year.item", Integer.toString(year)));
        choice.setValue(rule.year());
        choice.setVisible(offered.size() > 1);
        choice.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                Trial trial = new Trial(e.getValue(), form.values(), numbers.values()).withoutPersons(rule);
                UI.getCurrent().navigate(PATH + "/" + rule.id(), trial.query());
            }
        });
        return choice;
    }

    private Div buttons() {
        Button calculate = new Button(ShellTexts.t("tryout.calculate"), new Icon("vaadin:play"), e -> {
            calculate();
            answer.comeIntoSight();
        });
        calculate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        calculate.addClickShortcut(Key.ENTER);
        Button link = new Button(ShellTexts.t("tryout.link"), new Icon("vaadin:link"), e -> link());
        Button clear = new Button(ShellTexts.t("tryout.clear"), e -> UI.getCurrent()
                .navigate(PATH + "/" + rule.id(), new Trial(rule.year(), Map.of(), Map.of()).query()));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div buttons = new Div(calculate, link, clear);
        buttons.addClassName("form-buttons");
        return buttons;
    }

    private Map<String, EditionParameter> parameters() {
        Map<String, EditionParameter> all = new LinkedHashMap<>();
        rule.parameters().forEach(name -> all.put(name, parameter(name)));
        return all;
    }

    private EditionParameter parameter(String name) {
        Object value = rules.parameter(rule.id(), rule.year(), name).orElse(null);
        if (rule.year() == null) {
            return new EditionParameter(name, value instanceof List ? "list" : "text", null, value, null, null);
        }
        return editions.sheet(rule.owner(), rule.year(), null).numbers().stream()
                .map(EditionAdmin.Number::parameter)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(new EditionParameter(name, "text", null, value, null, null));
    }

    private ParameterWords values() {
        return new ParameterWords(
                rule.year() == null
                        ? null
                        : programmes.find(rule.owner(), rule.year()).orElse(null),
                Messages.locale());
    }

    private void calculate() {
        form.silence();
        numbers.silence();
        Trial trial = new Trial(rule.year(), form.values(), numbers.values());
        Outcome<Map<String, Object>> outcome = call(trial.inputs(), trial.parameters());
        if (outcome == null) {
            content.removeAll();
            content.add(EmptyState.saying(ShellTexts.t("tryout.gone", rule.id())));
            return;
        }
        answer.show(outcome, trial.parameters().isEmpty() ? null : call(trial.inputs(), Map.of()));
        outcome.refusals().forEach(this::complain);
        outcome.warnings().forEach(this::complain);
        developers.removeAll();
        developers.add(new ApiCall(rule, trial));
        Trial shared = trial.withoutPersons(rule);
        if (shared.fitsAddress()) {
            address(shared.query());
        }
    }

    /** null: it went away while the page was open. */
    private Outcome<Map<String, Object>> call(Map<String, Object> inputs, Map<String, Object> parameters) {
        return rules.call(rule.id(), rule.year(), inputs, parameters).orElse(null);
    }

    private void complain(Violation violation) {
        if (violation.field() == null) {
            return;
        }
        String message =
                rules.message(rule.id(), rule.year(), answer.titled(violation)).in(Messages.locale());
        if (!form.complain(violation.field(), message)) {
            numbers.complain(violation.field(), message);
        }
    }

    private void goTo(String field) {
        if (!form.focus(field)) {
            numbers.focus(field);
        }
    }

    private void address(QueryParameters query) {
        UI.getCurrent().getPage().getHistory().replaceState(null, Links.withQuery(PATH + "/" + rule.id(), query));
    }

    private void link() {
        Trial shared = new Trial(rule.year(), form.values(), numbers.values()).withoutPersons(rule);
        if (!shared.fitsAddress()) {
            Notices.error(ShellTexts.t("tryout.link.long"));
            return;
        }
        address(shared.query());
        UI.getCurrent().getPage().executeJs("return navigator.clipboard.writeText(location.href)");
        Notices.success(
                ShellTexts.t(Trial.aboutPersons(rule.inputs()) ? "tryout.link.copied.persons" : "tryout.link.copied"));
    }
}
