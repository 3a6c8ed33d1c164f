package org.shishi.kit.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.record.Field;
import org.shishi.kit.Sample;
import org.shishi.kit.Sample.Colour;
import org.shishi.kit.SampleOrganisations;

final class FieldEditorsTest {

    private final FieldEditors editors = new FieldEditors(
            Sample.TEXTS,
            new SampleOrganisations(),
            SampleOrganisations.caller(Role.SECOND_LEVEL_OFFICER, SampleOrganisations.DISTRICT),
            Locale.SIMPLIFIED_CHINESE);

    @Test
    void whatIsShownIsReadBack() {
        assertRoundTrip(Sample.NAME, "某某");
        assertRoundTrip(Sample.COUNT, 12);
        assertRoundTrip(Sample.AREA, new BigDecimal("35.50"));
        assertRoundTrip(Sample.SUM, 123450L);
        assertRoundTrip(Sample.DAY, LocalDate.of(2026, 9, 30));
        assertRoundTrip(Sample.OPEN, false);
        assertRoundTrip(Sample.COLOUR, Colour.GREEN);
        assertRoundTrip(Sample.COLOURS, EnumSet.of(Colour.RED, Colour.GREEN));
        assertRoundTrip(Sample.DISTRICT, District.PUDONG);
        assertRoundTrip(Sample.HOST, SampleOrganisations.DISTRICT.id());
    }

    private <V> void assertRoundTrip(Field<Sample, V> field, V value) {
        FieldEditor<V> editor = editors.editor(Sample.TYPE, field);
        editor.show(value);
        assertEquals(value, editor.read().value(), field.name());
        assertNull(editor.read().fault(), field.name());
        editor.show(null);
        V empty = editor.read().value();
        assertTrue(empty == null || empty.equals(Set.of()), field.name());
    }

    @Test
    void fullWidthDigitsAndSpacesAreTaken() {
        assertEquals(123450L, typed(Sample.SUM, " １２３４.５ ").read().value());
        assertEquals(12, typed(Sample.COUNT, "１２").read().value());
    }

    @Test
    void whatIsNoNumberIsAFaultAndStays() {
        FieldEditor<Long> sum = typed(Sample.SUM, "1,234");
        assertEquals("CORE-MONEY", sum.read().fault().code());
        assertEquals("1,234", ((TextField) sum.component()).getValue());
        assertEquals("count", typed(Sample.COUNT, "1.5").read().fault().field());
    }

    @SuppressWarnings("unchecked")
    private <V> FieldEditor<V> typed(Field<Sample, V> field, String text) {
        FieldEditor<V> editor = editors.editor(Sample.TYPE, field);
        ((HasValue<?, String>) editor.component()).setValue(text);
        return editor;
    }

    @Test
    void mandatoryFieldsAreMarkedAndComplainOnlyWhenAsked() {
        FieldEditor<String> name = editors.editor(Sample.TYPE, Sample.NAME);
        TextField input = (TextField) name.component();
        assertTrue(input.isRequiredIndicatorVisible());
        input.setValue("x");
        input.setValue("");
        assertFalse(input.isInvalid());
        name.error("此项必须填写。");
        assertEquals("此项必须填写。", ((HasValidationProperties) input).getErrorMessage());
        assertTrue(input.isInvalid());
        name.error(null);
        assertFalse(input.isInvalid());
        assertEquals("名称", name.label());
    }

    @Test
    void aMaskedFieldKeepsItsValueUntilAnotherIsTyped() {
        MaskedEditor<String> phone = new MaskedEditor<>(Sample.PHONE, editors.editor(Sample.TYPE, Sample.PHONE));
        phone.show("13812345678");
        TextField input = (TextField) phone.component();
        assertEquals("", input.getValue());
        assertEquals("138****5678", input.getPlaceholder());
        assertEquals("13812345678", phone.read().value());
        input.setValue("13900001111");
        assertEquals("13900001111", phone.read().value());
    }
}
