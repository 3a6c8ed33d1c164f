package org.shishi.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;

class BundleTextsTest {

    private final BundleTexts texts = BundleTexts.of(getClass().getClassLoader(), "org/shishi/core/text/sample");
    private final CoreMessages core = new CoreMessages();

    @Test
    void fillsArgumentsWhateverElseStandsInTheText() {
        Text text = texts.get("quotes", 2024, "it's {1} $2");
        assertEquals("it's {1} $2 在 2024 年的“事” {x}", text.zh());
        assertEquals("The year's 2024 'it's {1} $2' {x}", text.en());
    }

    @Test
    void leavesNothingBehindForAnArgumentThatIsNotGiven() {
        assertEquals(new Text(" 在  年的“事” {x}", "The year's  '' {x}"), texts.get("quotes"));
    }

    @Test
    void putsArgumentsIntoEachLanguage() {
        assertEquals(new Text("小 大", "small big"), texts.get("two", Size.SMALL, new Text("大", "big")));
        assertEquals(new Text("静安区 HUGE", "Jing'an HUGE"), texts.get("two", District.JINGAN, Size.HUGE));
    }

    enum Size {
        SMALL,
        HUGE
    }

    @Test
    void answersWithTheOtherLanguageOrTheKey() {
        assertEquals(Text.same("only English"), texts.get("half"));
        assertEquals(Text.same("no.such.key"), texts.get("no.such.key"));
        assertFalse(texts.has("half"));
        assertTrue(texts.has("two"));
    }

    @Test
    void bearsWithAMissingFile() {
        assertEquals(
                Text.same("any"),
                BundleTexts.of(getClass().getClassLoader(), "org/shishi/none").get("any"));
    }

    @Test
    void takesTheOwnersWordingFirstThenTheCores() {
        Violation own = Violation.of("SM-WARN", null);
        Violation shared = Violation.of("CORE-ORG-PARENT", "parentType", OrgType.GRASSROOTS, OrgType.CITY);
        assertEquals("请留意。", core.message(own, texts).zh());
        assertEquals(
                "“基层工会”不能设在“市总工会”之下，请选择合适的上级组织。", core.message(shared, texts).zh());
        assertEquals("SM-WARN", core.message(own, null).zh());
        assertEquals(core.message(shared, texts), core.message(shared, null));
        assertEquals(List.of(2023), Violation.of("CORE-CAL-MISSING", "d", 2023).args());
        assertTrue(core.message(Violation.of("CORE-CAL-MISSING", "d", 2023), null)
                .zh()
                .startsWith("2023年"));
    }
}
