package org.shishi.api.money;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.text.Normal;

/** Money as people write it, in yuan; inside it is always {@code long} fen (K-7). */
public final class Yuan {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    /** @param yuan always two decimals, no grouping */
    public record Amount(long fen, String yuan) {}

    private Yuan() {}

    @Rule(id = "R-C.8", name = "parseYuan", source = "§0 K-7, §13.6")
    public static Outcome<Amount> parseYuan(@Input("text") String text) {
        OptionalLong fen = parse(text);
        return fen.isPresent()
                ? Outcome.of(new Amount(fen.getAsLong(), format(fen.getAsLong())))
                : Outcome.refused("CORE-MONEY", "text");
    }

    /** Fen; empty for anything but digits with at most two decimals: no sign, no separators, no exponent. */
    public static OptionalLong parse(String typed) {
        String text = Normal.text(typed);
        return FORM.matcher(text).matches()
                ? OptionalLong.of(new BigDecimal(text).movePointRight(2).longValueExact())
                : OptionalLong.empty();
    }

    /** {@code 1234.50}: two decimals, no grouping. */
    public static String format(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
