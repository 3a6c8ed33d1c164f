package org.shishi.testbed.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must stand in no log and in no argument: personal data and keys by their form, passwords because they are known. */
public final class Secrets {

    /** Nothing beside it that would make it a longer number, a name or a part of an identifier. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "a resident ID",
            Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
                    + "[0-9]{3}[0-9Xx](?![0-9A-Za-z])"),
            "a mobile number",
            Pattern.compile("(?<![0-9A-Za-z.:_-])1[3-9][0-9]{9}(?![0-9A-Za-z])"),
            "an API token",
            Pattern.compile("shishi_[A-Za-z0-9_-]{43}"),
            "a bearer token",
            Pattern.compile("Bearer [A-Za-z0-9._~+/-]{20,}"),
            "a session id",
            Pattern.compile("node0[0-9a-z]{20,}"),
            "a private key",
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));

    /** The console of a first start says once, and in this form only, which password to begin with. */
    private static final Pattern TOLD_ONCE =
            Pattern.compile("(?m)^(?:密码 / Password|一次性密码 / One-time password): +(\\S+)$");

    /** Shorter ones are words that stand in every log. */
    private static final int LEAST_LENGTH = 10;

    private static final int MASK_AFTER = 6;

    private final List<String> known;

    /** @param known passwords and the like that the product was given */
    public Secrets(Collection<String> known) {
        this.known = known.stream()
                .filter(secret -> secret.length() >= LEAST_LENGTH)
                .distinct()
                .toList();
    }

    /** With what a console says once. */
    Secrets toldBy(String console) {
        List<String> all = new ArrayList<>(known);
        TOLD_ONCE.matcher(console).results().map(told -> told.group(1)).forEach(all::add);
        return new Secrets(all);
    }

    /** The console, without what it is there to say. */
    static String withoutTold(String console) {
        return TOLD_ONCE.matcher(console).replaceAll("");
    }

    /** @return what was found and how it begins; empty: nothing */
    public List<String> in(String text) {
        List<String> found = new ArrayList<>();
        FORMS.forEach((what, form) -> form.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(hit -> found.add(what + ": " + begin(hit))));
        known.stream().filter(text::contains).forEach(hit -> found.add("a password: " + begin(hit)));
        return found.stream().distinct().toList();
    }

    private static String begin(String secret) {
        return secret.substring(0, Math.min(MASK_AFTER, secret.length())) + "…";
    }
}
