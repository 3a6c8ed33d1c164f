package org.shishi.testkit;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.shishi.api.programme.Programme;
import org.shishi.testkit.contract.BuiltProgramme;
import org.shishi.testkit.contract.ChecksCheck;
import org.shishi.testkit.contract.DescriptorCheck;
import org.shishi.testkit.contract.EditionCheck;
import org.shishi.testkit.contract.EntityCheck;
import org.shishi.testkit.contract.LifeCheck;
import org.shishi.testkit.contract.ManifestCheck;
import org.shishi.testkit.contract.PermissionCheck;
import org.shishi.testkit.contract.PrintCheck;
import org.shishi.testkit.contract.RetentionCheck;
import org.shishi.testkit.contract.RuleCheck;
import org.shishi.testkit.contract.TextCheck;
import org.shishi.testkit.contract.schema.SchemaCheck;
import org.shishi.testkit.contract.schema.TestServer;

/**
 * What the platform expects of every programme, as a test. A programme's own test extends it:
 *
 * <pre>{@code
 * class BasketProgrammeTest extends ProgrammeContract {
 *     BasketProgrammeTest() {
 *         super(new BasketProgramme(), "R-7.1a snapshotDate", "R-7.1b checkOnFile");
 *     }
 * }
 * }</pre>
 *
 * <p>Runs where the programme is built, in seconds, against what was built: classes, manifest, texts, tables on both
 * databases, the bundle in a framework of its own with stand-ins for the platform's services. What needs the real
 * platform (it comes, is exchanged and leaves, and nothing of it is left) is done to every programme of the folder
 * {@code plugins} by {@code distribution/itest}.
 *
 * <p>Each fault is a sentence: what is missing, where it was expected, how to mend it. All of them are told at once.
 */
public abstract class ProgrammeContract {

    private final BuiltProgramme built;
    private final List<String> rules;

    /**
     * @param rules id and name of every rule that the programme offers, as {@code "R-7.1a snapshotDate"}: they are the
     *     names under which others call them, so a change must show in a test
     */
    protected ProgrammeContract(Programme programme, String... rules) {
        this.built = new BuiltProgramme(programme);
        this.rules = List.of(rules);
    }

    @Test
    public void descriptor_is_complete_and_consistent() {
        none(DescriptorCheck::faults);
    }

    @Test
    public void manifest_exports_nothing_and_imports_only_what_a_programme_may_see() {
        none(ManifestCheck::faults);
    }

    @Test
    public void rules_are_offered_under_their_ids_and_names() {
        none(programme -> RuleCheck.faults(programme, rules));
    }

    @Test
    public void parameters_are_typed_sourced_and_refused_with_a_code_when_unset() {
        none(EditionCheck::faults);
    }

    @Test
    public void texts_are_there_in_both_languages() {
        none(TextCheck::faults);
    }

    @Test
    public void permissions_are_declared_for_every_step() {
        none(PermissionCheck::faults);
    }

    @Test
    public void checks_take_incomplete_records() {
        none(ChecksCheck::faults);
    }

    @Test
    public void nothing_personal_is_printed() {
        none(PrintCheck::faults);
    }

    @Test
    public void what_is_known_of_people_ends() {
        none(RetentionCheck::faults);
    }

    @Test
    public void entities_are_listed_and_woven() {
        none(EntityCheck::faults);
    }

    @Test
    public void tables_hold_every_field_on_h2() {
        none(programme -> SchemaCheck.faults(programme, TestServer.H2));
    }

    @Test
    public void tables_hold_every_field_on_postgresql() {
        none(programme -> SchemaCheck.faults(programme, TestServer.POSTGRESQL));
    }

    @Test
    public void starts_and_stops_twice_with_nothing_left() {
        none(LifeCheck::faults);
    }

    private void none(Function<BuiltProgramme, List<String>> check) {
        List<String> faults = check.apply(built);
        if (!faults.isEmpty()) {
            Assertions.fail(faults.size() + " fault(s) of programme "
                    + built.descriptor().id() + ":\n- " + String.join("\n- ", faults));
        }
    }
}
