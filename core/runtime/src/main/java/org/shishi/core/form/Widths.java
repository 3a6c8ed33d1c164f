package org.shishi.core.form;

import org.shishi.api.form.OfficialForm;
import org.shishi.api.record.Field;

/** How wide columns are, by what they hold. */
final class Widths {

    private static final double NARROWEST = 12;

    private Widths() {}

    static double[] of(OfficialForm<?> form) {
        double[] widths = new double[form.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            OfficialForm.Column column = form.columns().get(i);
            double header = Math.min(16, 2 + 2.2 * column.label().length());
            double value = column.field() == null
                    ? NARROWEST
                    : form.rows().field(column.field()).map(Widths::value).orElse(NARROWEST);
            widths[i] = Math.max(NARROWEST, Math.max(header, value));
        }
        return widths;
    }

    private static double value(Field<?, ?> field) {
        return switch (field.kind()) {
            case LONG_TEXT -> 36;
            case TEXT -> field.maxLength() >= 100 && field.maxLength() < Integer.MAX_VALUE ? 28 : 14;
            case TAGS, ORGANISATION, REFERENCE -> 28;
            case MONEY, TIMESTAMP -> 16;
            default -> NARROWEST;
        };
    }
}
