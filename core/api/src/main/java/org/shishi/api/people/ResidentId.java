package org.shishi.api.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.text.Normal;

/** Resident identity numbers by GB 11643: 18 places, birth date, check character. The region prefix is not checked. */
public final class ResidentId {

    private static final String FIELD = "residentId";
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    public enum Sex {
        M,
        F
    }

    /** @param residentId normalised, in clear */
    public record Facts(String residentId, LocalDate birthDate, Sex sex) {

        /** Never shows the number: log lines and messages must not hold it. */
        @Override
        public String toString() {
            return "Facts[" + Mask.residentId(residentId) + "]";
        }
    }

    private ResidentId() {}

    @Rule(id = "R-C.4", name = "residentId", source = "§13.6, GB 11643")
    public static Outcome<Facts> residentId(
            @Input(value = FIELD, personal = true) String residentId, @Input("today") LocalDate today) {
        String id = Normal.id(residentId);
        if (!FORM.matcher(id).matches()) {
            return Outcome.refused("CORE-ID-FORMAT", FIELD);
        }
        LocalDate birthDate = birthDate(id)
                .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(today))
                .orElse(null);
        if (birthDate == null) {
            return Outcome.refused("CORE-ID-DATE", FIELD);
        }
        if (id.charAt(17) != checkCharacter(id)) {
            return Outcome.refused("CORE-ID-CHECK", FIELD);
        }
        return Outcome.of(new Facts(id, birthDate, (id.charAt(16) - '0') % 2 == 1 ? Sex.M : Sex.F));
    }

    private static Optional<LocalDate> birthDate(String id) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(id.substring(6, 10)),
                    Integer.parseInt(id.substring(10, 12)),
                    Integer.parseInt(id.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static char checkCharacter(String id) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (id.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
