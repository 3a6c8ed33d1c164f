package org.shishi.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is told: what, where it was expected, how to mend it; and all of it at once. */
class ContractFaultsTest {

    private final BuiltProgramme careless = new BuiltProgramme(new CarelessProgramme());

    private static void assertTold(List<String> faults, String what) {
        assertTrue(
                faults.stream().anyMatch(fault -> fault.contains(what) && fault.contains("To mend: ")),
                () -> "not told: " + what + " in\n" + String.join("\n", faults));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CarelessProgramme lies in the package org.shishi.testkit.contract",
                "no field of 'things' is listed",
                "things.cost holds fen and does not say so",
                "form F-1 has the column '名称' for the field 'title', which 'things' lacks",
                "the target of indicator 'done', careless.target, is no int of the edition"
            })
    void of_the_descriptor(String what) {
        assertTold(DescriptorCheck.faults(careless), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the rule 'C-1 decide' is offered",
                "the rule 'C-2 other' is not offered",
                "C-1 has no source",
                "C-1 needs the parameter 'careless.limit'",
                "C-1 has an argument 'year' that nobody fills"
            })
    void of_the_rules(String what) {
        assertTold(RuleCheck.faults(careless, List.of("C-2 other")), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stage.FORGOTTEN is no state",
                "the step 'close' from [OPEN] says nobody may do it",
                "DONE has no way out"
            })
    void of_permissions(String what) {
        assertTold(PermissionCheck.faults(careless), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the text 'programme.title'",
                "the text 'things.name'",
                "the text 'Stage.OPEN'",
                "the text 'action.close'",
                "the text 'form.F-1'",
                "the text 'indicator.done'",
                "the text 'rule.C-1'",
                "the text 'CL-STATE'"
            })
    void of_texts(String what) {
        List<String> faults = TextCheck.faults(careless);
        assertTold(faults, what);
        assertTold(faults, "expected in src/main/resources/messages_zh.properties");
        assertTold(faults, "expected in src/main/resources/messages_en.properties");
    }

    @Test
    void of_what_prints_personal_data() {
        assertTold(PrintCheck.faults(careless), "Row prints personal data in clear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the contacts of 'things' are kept for ever",
                "persons of the part 'thing' are kept for ever",
                "the years for which people are kept, careless.keepYears, are no int of the edition"
            })
    void of_the_end_of_retention(String what) {
        assertTold(RetentionCheck.faults(careless), what);
    }

    @Test
    void of_an_edition_that_is_not_there() {
        assertTold(EditionCheck.faults(careless), "there is no edition.yaml");
    }

    @Test
    void of_a_check_that_does_not_expect_an_incomplete_record() {
        assertTold(ChecksCheck.faults(careless), "a check of an empty 'things' throws java.lang.NullPointerException");
    }

    @Test
    void of_entities_that_are_none() {
        assertTold(EntityCheck.faults(careless), "Thing is no entity");
        assertTold(EntityCheck.faults(careless), "the manifest does not list the entity");
    }

    @Test
    void of_a_module_that_maven_did_not_build() {
        assertTold(ManifestCheck.faults(careless), "there is no manifest");
    }
}
