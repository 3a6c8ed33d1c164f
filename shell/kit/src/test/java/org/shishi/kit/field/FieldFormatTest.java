package org.shishi.kit.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shishi.api.organisation.District;
import org.shishi.kit.Sample;
import org.shishi.kit.Sample.Colour;
import org.shishi.kit.SampleOrganisations;

final class FieldFormatTest {

    private final FieldFormat zh = new FieldFormat(Sample.TEXTS, new SampleOrganisations(), Locale.SIMPLIFIED_CHINESE);
    private final FieldFormat en = new FieldFormat(Sample.TEXTS, new SampleOrganisations(), Locale.ENGLISH);

    @Test
    void sensitiveValuesAreMasked() {
        Sample sample = new Sample();
        sample.phone("13812345678");
        assertEquals("138****5678", zh.of(Sample.PHONE, sample));
        assertEquals("13812345678", zh.clear(Sample.PHONE, sample.phone()));
    }

    @Test
    void nothingIsADash() {
        assertEquals("—", zh.value(Sample.NAME, null));
        assertEquals("—", zh.value(Sample.NAME, "  "));
        assertEquals("—", zh.value(Sample.PHONE, null));
        assertEquals("—", zh.value(Sample.COLOURS, EnumSet.noneOf(Colour.class)));
    }

    @Test
    void valuesSpeakTheLanguage() {
        assertEquals("红、绿", zh.value(Sample.COLOURS, EnumSet.allOf(Colour.class)));
        assertEquals("red, green", en.value(Sample.COLOURS, EnumSet.allOf(Colour.class)));
        assertEquals("黄浦区", zh.value(Sample.DISTRICT, District.HUANGPU));
        assertEquals("Huangpu", en.value(Sample.DISTRICT, District.HUANGPU));
        assertEquals("¥1,234.50", en.value(Sample.SUM, 123450L));
        assertEquals("2026-09-30", zh.value(Sample.DAY, LocalDate.of(2026, 9, 30)));
    }

    @Test
    void organisationsGoByName() {
        assertEquals("示例区总工会", zh.value(Sample.HOST, SampleOrganisations.DISTRICT.id()));
        assertEquals("—", zh.value(Sample.HOST, new UUID(9, 9)));
    }

    @Test
    void plainValuesOfHistoriesAreReadBack() {
        assertEquals("绿", zh.plain(Sample.COLOUR, "GREEN"));
        assertEquals("¥0.05", zh.plain(Sample.SUM, 5));
        assertEquals("138****5678", zh.plain(Sample.PHONE, "13812345678"));
        assertEquals("—", zh.plain(Sample.DAY, null));
        assertEquals("PURPLE", zh.plain(Sample.COLOUR, "PURPLE"));
    }

    @Test
    void namesThatAreNoFieldStayAsTheyAre() {
        assertEquals("名称", zh.label(Sample.TYPE, "name"));
        assertEquals("nowhere", zh.label(Sample.TYPE, "nowhere"));
    }
}
