package org.shishi.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.rule.Violation;

class PasswordTest {

    private final PasswordHash hash = new PasswordHash(16, 1);
    private final PasswordRules rules = new PasswordRules();

    @Test
    void onlyTheRightPasswordFits() {
        String stored = hash.hash("correct horse");

        assertTrue(hash.fits("correct horse", stored));
        assertFalse(hash.fits("correct horsE", stored));
        assertFalse(hash.fits("", stored));
        assertFalse(stored.contains("horse"));
        assertNotEquals(stored, hash.hash("correct horse"), "each with its own salt");
    }

    @Test
    void nothingFitsAnAccountThatIsNotThere() {
        assertFalse(hash.fits("", null));
        assertFalse(hash.fits("correct horse", null));
    }

    @Test
    void fullWidthLettersArePlainOnes() {
        assertTrue(hash.fits("ｃｏｒｒｅｃｔ　ｈｏｒｓｅ", hash.hash("correct horse")));
    }

    @Test
    void theCostIsInTheHashSoThatItCanBeRaised() {
        PasswordHash dearer = new PasswordHash(32, 2);
        String stored = hash.hash("correct horse");

        assertTrue(stored.startsWith("$argon2id$v=19$m=16,t=1,p=1$"), stored);
        assertTrue(dearer.fits("correct horse", stored));
        assertTrue(dearer.outdated(stored));
        assertFalse(hash.outdated(stored));
    }

    @Test
    void realHashesAreOfTheRecommendedCost() {
        assertTrue(new PasswordHash().hash("x").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "kq7#Lm2xz", "示例密码不够长"})
    void shortOnesAreRefused(String password) {
        assertTrue(codes("somebody", password).contains("CORE-PASSWORD-SHORT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password2026!",
                "!!!woaini1314520",
                "shanghai2024",
                "Zonggonghui@123",
                "1qaz2wsx3edc",
                "13800000000",
                "20240101123456",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "abcdefghijkl",
                "9876543210987",
                "somebody2024",
                "2024-Somebody!",
                "ｐａｓｓｗｏｒｄ１２３"
            })
    void thoseThatPeopleTryFirstAreRefused(String password) {
        assertEquals(List.of("CORE-PASSWORD-COMMON"), codes("somebody", password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuttertools", "rjirfrgbde", "MotherLode", "Christopher-2025", "qazwsxedcrfv"})
    void thoseThatWereStolenAreRefused(String password) {
        assertEquals(List.of("CORE-PASSWORD-COMMON"), codes("somebody", password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kq7#Lm2xzP", "四月的雨打湿了长桥路口", "blue kettle under stairs", "abba-harbour-17", "31415926535897932"})
    void otherLongOnesAreTaken(String password) {
        assertEquals(List.of(), codes("somebody", password));
    }

    @Test
    void endlessOnesAreRefused() {
        assertEquals(List.of("CORE-LENGTH"), codes("somebody", "kq7#Lm2xzP".repeat(30)));
    }

    @Test
    void oneTimePasswordsPassTheRulesAndDiffer() {
        String one = OneTimePassword.next();

        assertTrue(one.matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}"), one);
        assertNotEquals(one, OneTimePassword.next());
        assertEquals(List.of(), codes("admin", one));
    }

    private List<String> codes(String userName, String password) {
        return rules.check(userName, password).stream().map(Violation::code).toList();
    }
}
