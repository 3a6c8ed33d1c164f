package org.shishi.api.people;

import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** E-mail addresses as people write them; whether a mailbox exists only a letter can tell. */
public final class Email {

    private static final String LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?=[^@]{1,64}@)" + LOCAL + "(\\." + LOCAL + ")*@(" + LABEL + "\\.)+[A-Za-z]{2,63}");
    private static final int LONGEST = 254;

    private Email() {}

    /** The normalised address; empty when the syntax is wrong. */
    public static Optional<String> parse(String typed) {
        String email = Normal.text(typed);
        return Optional.of(email)
                .filter(e -> e.length() <= LONGEST && FORM.matcher(e).matches());
    }

    /** {@code CORE-EMAIL} for the field, or nothing. */
    public static Optional<Violation> check(String field, String typed) {
        return parse(typed).isPresent() ? Optional.empty() : Optional.of(Violation.of("CORE-EMAIL", field));
    }
}
