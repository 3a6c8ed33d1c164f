package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.api.rule.RuleInfo;
import org.shishi.api.rule.Violation;

/** Trying rules out: pure, nothing is saved. Every signed-in user may. */
@Component(service = Resource.class)
public final class RuleResource implements Resource {

    private static final Set<String> BODY = Set.of("inputs", "parameters");

    private final RuleCatalogue rules;
    private final Live live;

    @Activate
    public RuleResource(@Reference RuleCatalogue rules, @Reference Live live) {
        this.rules = rules;
        this.live = live;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/rules", "All rules with inputs and parameters", this::list)
                        .described(d -> d.answers(200, "Rules")),
                Route.of("POST", "/rules/{ruleId}", "Call a rule: nothing is saved", this::call)
                        .described(d ->
                                d.query("year", "integer").takes("RuleCall").answers(200, "RuleResult")));
    }

    private Reply list(Exchange exchange) {
        return Reply.ok(rules.rules().stream().map(this::plain).toList());
    }

    private Reply call(Exchange exchange) {
        String ruleId = exchange.path("ruleId");
        Integer year = exchange.query("year")
                .map(text -> exchange.number("year", 0, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(null);
        Map<String, Object> body = exchange.json();
        if (!BODY.containsAll(body.keySet())) {
            throw new Json.BadRequest("the body holds 'inputs' and 'parameters' only");
        }
        if (!(body.get("inputs") instanceof Map)) {
            throw new Json.BadRequest("'inputs' is needed, a JSON object");
        }
        return rules.call(ruleId, year, Json.object(body, "inputs"), Json.object(body, "parameters"))
                .map(outcome -> outcome.refused() ? refused(ruleId, year, outcome) : result(ruleId, year, outcome))
                .orElseGet(() -> absent(ruleId, year));
    }

    /**
     * @throws org.shishi.api.programme.ProgrammeOfflineException when its programme is away for a moment only
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND} when its programme was taken away
     */
    private Reply absent(String ruleId, Integer year) {
        rules.leftWith(ruleId, year).ifPresent(owner -> live.get(owner, year));
        return Problems.of(404, "Not found", "没有这条规则，或该年度没有开设相应项目");
    }

    private Reply result(String ruleId, Integer year, Outcome<Map<String, Object>> outcome) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("result", outcome.result());
        plain.put("warnings", violations(ruleId, year, outcome.warnings()));
        return Reply.ok(plain);
    }

    private Reply refused(String ruleId, Integer year, Outcome<?> outcome) {
        return Reply.json(422, Map.of("refusals", violations(ruleId, year, outcome.refusals())));
    }

    private List<Map<String, Object>> violations(String ruleId, Integer year, List<Violation> all) {
        return all.stream()
                .map(v -> Problems.violation(v, rules.message(ruleId, year, v)))
                .toList();
    }

    private Map<String, Object> plain(RuleInfo rule) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", rule.id());
        plain.put("name", rule.name());
        plain.put("title", word(rule, "rule." + rule.id()));
        plain.put("text", word(rule, "rule." + rule.id() + ".text"));
        plain.put("source", rule.source());
        plain.put("owner", rule.owner());
        plain.put("year", rule.year());
        plain.put("inputs", rule.inputs().stream().map(RuleResource::plain).toList());
        plain.put("parameters", rule.parameters());
        plain.put("outputs", rule.outputs().stream().map(RuleResource::plain).toList());
        return plain;
    }

    private Map<String, String> word(RuleInfo rule, String key) {
        return ProgrammeResource.text(rules.word(rule.id(), rule.year(), key).orElse(null));
    }

    private static Map<String, Object> plain(RuleInfo.InputInfo input) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", input.name());
        plain.put("type", input.type());
        plain.put("required", input.required());
        plain.put("default", input.otherwise());
        plain.put("options", input.options());
        plain.put("of", input.of().stream().map(RuleResource::plain).toList());
        return plain;
    }
}
