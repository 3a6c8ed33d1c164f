package org.shishi.programme.breakroom.rule;

import java.util.Objects;
import java.util.stream.Stream;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.programme.breakroom.model.CheckResult;
import org.shishi.programme.breakroom.model.SixPointCheck;

/** The six-character check (annex 2-1 §三(四); pass or fail only, D-15). */
public final class SixPointRules {

    private SixPointRules() {}

    /** The six points; each may be absent. */
    public record Results(
            @Input(required = false) CheckResult rules,
            @Input(required = false) CheckResult signage,
            @Input(required = false) CheckResult service,
            @Input(required = false) CheckResult environment,
            @Input(required = false) CheckResult equipment,
            @Input(required = false) CheckResult effect) {

        static Results of(SixPointCheck check) {
            return new Results(
                    check.getRules(),
                    check.getSignage(),
                    check.getService(),
                    check.getEnvironment(),
                    check.getEquipment(),
                    check.getEffect());
        }

        private Stream<CheckResult> all() {
            return Stream.of(rules, signage, service, environment, equipment, effect);
        }
    }

    public record SixPointPass(boolean pass) {}

    @Rule(id = "R-1.2", name = "sixPointPass", source = "A2-1 §三(四); D-15")
    public static Outcome<SixPointPass> sixPointPass(@Input("results") Results results) {
        if (results.all().anyMatch(Objects::isNull)) {
            return Outcome.refused("BR-CHECK-INCOMPLETE", "results");
        }
        return Outcome.of(new SixPointPass(results.all().allMatch(CheckResult.PASS::equals)));
    }

    public static Outcome<SixPointPass> sixPointPass(SixPointCheck check) {
        return sixPointPass(Results.of(check));
    }
}
