package org.shishi.api.people;

import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.text.Normal;

/** Telephone numbers of the mainland: mobiles, and landlines with area code and extension. */
public final class Phone {

    private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern HYPHENS = Pattern.compile("[-\u2010]");
    private static final Pattern COUNTRY = Pattern.compile("^\\+86-?");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0[0-9]{2,3}-?)?[0-9]{7,8}(-[0-9]{1,6})?");

    public enum Kind {
        MOBILE,
        LANDLINE
    }

    public enum Wanted {
        MOBILE,
        LANDLINE,
        ANY
    }

    /** @param phone normalised */
    public record Number(String phone, Kind kind) {

        /** Never shows the number: log lines and messages must not hold it. */
        @Override
        public String toString() {
            return "Number[" + Mask.mobile(phone) + "]";
        }
    }

    private Phone() {}

    @Rule(id = "R-C.6", name = "phone", source = "§13.6")
    public static Outcome<Number> phone(
            @Input(value = "phone", personal = true) String phone,
            @Input(value = "kind", otherwise = "ANY") Wanted kind) {
        Optional<Number> mobile =
                kind == Wanted.LANDLINE ? Optional.empty() : mobile(phone).map(n -> new Number(n, Kind.MOBILE));
        Optional<Number> landline =
                kind == Wanted.MOBILE ? Optional.empty() : landline(phone).map(n -> new Number(n, Kind.LANDLINE));
        return mobile.or(() -> landline).map(Outcome::of).orElseGet(() -> Outcome.refused("CORE-PHONE", "phone"));
    }

    /** The eleven digits; empty when it is no mobile. */
    public static Optional<String> mobile(String typed) {
        return Optional.of(normalise(typed)).filter(MOBILE.asMatchPredicate());
    }

    /** The number, hyphens kept; empty when it is no landline. */
    public static Optional<String> landline(String typed) {
        return Optional.of(withHyphens(typed)).filter(LANDLINE.asMatchPredicate());
    }

    /** K-10: without spaces, hyphens and leading {@code +86}. */
    public static String normalise(String typed) {
        return HYPHENS.matcher(withHyphens(typed)).replaceAll("");
    }

    private static String withHyphens(String typed) {
        String joined = SPACES.matcher(Normal.text(typed)).replaceAll("");
        return COUNTRY.matcher(HYPHENS.matcher(joined).replaceAll("-")).replaceFirst("");
    }
}
