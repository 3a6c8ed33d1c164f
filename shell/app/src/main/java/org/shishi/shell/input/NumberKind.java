package org.shishi.shell.input;

import java.math.BigDecimal;
import org.shishi.api.money.Yuan;
import org.shishi.api.rule.RuleInfo.InputInfo;

/** How people write the numbers of an input, and how it is given on. */
enum NumberKind {
    NONE,
    INT,
    DECIMAL,
    /** Fen behind, yuan on the screen. */
    YUAN;

    static NumberKind of(InputInfo info) {
        if (info.type().equals("decimal")) {
            return DECIMAL;
        }
        return info.type().equals("fen")
                        || info.name().equals("fen")
                        || info.name().endsWith("Fen")
                ? YUAN
                : INT;
    }

    /** What is no number stays text, for the rule to say so. */
    Object plain(String typed) {
        if (this == NONE) {
            return typed;
        }
        String text = typed.strip().replace(",", "").replace("，", "");
        if (this == YUAN) {
            var parsed = Yuan.parseYuan(text.replaceFirst("^¥", ""));
            return parsed.refused() ? typed : (Object) parsed.result().fen();
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return typed;
        }
    }

    String typed(Object plain) {
        boolean whole = plain instanceof Long || plain instanceof Integer || plain instanceof BigDecimal;
        if (this == YUAN && whole) {
            return new BigDecimal(plain.toString())
                    .movePointLeft(2)
                    .setScale(2, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
        }
        return plain instanceof BigDecimal number ? number.toPlainString() : String.valueOf(plain);
    }
}
