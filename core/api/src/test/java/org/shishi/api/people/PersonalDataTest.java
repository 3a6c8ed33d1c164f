package org.shishi.api.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.api.rule.Violation;

class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "first.last+tag@sub.example.com.cn",
                "　ｕｓｅｒ＠example.com ",
                "o'neil_1-2@ex-ample.org",
                "1@1.cn"
            })
    void acceptsAddresses(String email) {
        assertTrue(Email.parse(email).isPresent());
        assertEquals(Optional.empty(), Email.check("contactEmail", email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@example.com",
                "a@example",
                "a@@example.com",
                "a b@example.com",
                "a@exa mple.com",
                ".a@example.com",
                "a.@example.com",
                "a..b@example.com",
                "a@-example.com",
                "a@example-.com",
                "a@example..com",
                "a@example.c",
                "a@example.com.",
                "a@b@example.com",
                "张三@example.com",
                "a,b@example.com",
                "<a@example.com>"
            })
    void refusesWhatIsNoAddress(String email) {
        assertEquals(Optional.of(Violation.of("CORE-EMAIL", "contactEmail")), Email.check("contactEmail", email));
    }

    @Test
    void limitsTheLengthOfAddresses() {
        String longest = "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(58) + ".cn";
        assertTrue(Email.parse("a".repeat(64) + longest).isPresent());
        assertFalse(Email.parse("a".repeat(64) + longest + "n").isPresent());
        assertFalse(Email.parse("a".repeat(65) + "@example.com").isPresent());
        assertFalse(Email.parse("a@" + "b".repeat(64) + ".com").isPresent());
        assertEquals(Optional.empty(), Email.parse(null));
    }

    @Test
    void normalisesPhones() {
        assertEquals("13800138000", Phone.normalise("+86-138 0013-8000"));
        assertEquals(Optional.of("13800138000"), Phone.mobile("＋８６１３８００１３８０００"));
        assertEquals(Optional.of("021-12345678"), Phone.landline("+86 021-12345678"));
        assertEquals(Optional.of("021-12345678-1"), Phone.landline("021\u201012345678－1"));
        assertEquals(Optional.empty(), Phone.mobile("021-12345678"));
        assertEquals(Optional.empty(), Phone.mobile("8613800138000"));
        assertEquals(Optional.empty(), Phone.landline(null));
    }

    @Test
    void keepsNullOutOfMasks() {
        assertNull(Mask.residentId(null));
        assertNull(Mask.mobile(null));
        assertNull(Mask.name(null));
        assertNull(Mask.email(null));
        assertNull(Mask.otherDocument(null));
    }

    @Test
    void neverShowsMoreThanTheMaskAllows() {
        assertEquals("*******", Mask.mobile("1380013"));
        assertEquals("138****8001", Mask.mobile("138-8001-8001"));
        assertEquals("***@example.com", Mask.email("@example.com"));
        assertEquals("𠮷***@example.com", Mask.email("𠮷a@example.com"));
        assertEquals("", Mask.otherDocument(""));
    }

    @Test
    void neverPrintsAResidentId() {
        ResidentId.Facts facts = ResidentId.residentId("11010519491231002X", LocalDate.of(2024, 5, 1))
                .orThrow();
        assertFalse(facts.toString().contains("19491231"));
    }

    @Test
    void personsAndDocumentsPrintMasked() {
        String number = "11010519491231002X";
        Document document = Document.parse(null, " 11010519491231002x ", LocalDate.of(2024, 5, 1), "number")
                .orThrow();
        assertEquals(number, document.number());
        assertEquals("110***********002X", document.toString());
        assertEquals(
                "PersonDraft[示** 110***********002X]",
                PersonDraft.of(null, number, "示例甲", "13900000001").toString());
        assertEquals(
                "E1****67",
                Document.parse(DocumentKind.PASSPORT, "e1234567", LocalDate.of(2024, 5, 1), "number")
                        .orThrow()
                        .toString());
        assertEquals(
                Violation.of("CORE-DOCUMENT", "number"),
                Document.parse(DocumentKind.PASSPORT, "E12", LocalDate.of(2024, 5, 1), "number")
                        .refusals()
                        .getFirst());
        assertEquals(
                Violation.of("CORE-ID-FORMAT", "number"),
                Document.parse(DocumentKind.RESIDENT_ID, "E123", LocalDate.of(2024, 5, 1), "number")
                        .refusals()
                        .getFirst());
    }
}
