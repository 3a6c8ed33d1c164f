package org.shishi.api.organisation;

import java.util.regex.Pattern;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.text.Normal;

/** Unified social credit codes by GB 32100. */
public final class CreditCode {

    private static final String FIELD = "uscc";
    /** Place in this alphabet = value 0–30; I, O, S, V and Z are not used. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}");

    /** @param uscc normalised */
    public record Code(String uscc) {}

    private CreditCode() {}

    @Rule(id = "R-C.5", name = "creditCode", source = "§13.6, GB 32100")
    public static Outcome<Code> creditCode(@Input(FIELD) String uscc) {
        String code = Normal.id(uscc);
        if (!FORM.matcher(code).matches()) {
            return Outcome.refused("CORE-USCC-FORMAT", FIELD);
        }
        if (ALPHABET.indexOf(code.charAt(17)) != checkValue(code)) {
            return Outcome.refused("CORE-USCC-CHECK", FIELD);
        }
        return Outcome.of(new Code(code));
    }

    private static int checkValue(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * ALPHABET.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31;
    }
}
