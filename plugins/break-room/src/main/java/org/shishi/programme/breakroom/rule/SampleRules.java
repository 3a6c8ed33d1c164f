package org.shishi.programme.breakroom.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.Rule;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.rule.CompletionRules.RoomStatus;

/** Which rooms the city visits unannounced (annex 2-1 §三(八) 抽查暗访). */
public final class SampleRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SampleRules() {}

    /**
     * @param drawn ids of the rooms drawn, ascending
     * @param population how many rooms were drawn from
     */
    public record Sample(List<String> drawn, int population) {}

    /**
     * Rooms in the order of SHA-256(seed, line feed, id), the first ones of it: whoever knows seed and rooms draws the same
     * sample with any tool, and neither the order of the rooms nor a version of Java plays a part. The share is rounded up,
     * so that it is never below the edition's.
     */
    @Rule(id = "R-1.5b", name = "spotCheckSample", source = "A2-1 §三(八)")
    public static Outcome<Sample> spotCheckSample(
            @Input("rooms") List<RoomStatus> rooms,
            @Input(value = "seed", id = true) String seed,
            @Parameter("breakroom.spotCheckPercent") BigDecimal spotCheckPercent) {
        if (spotCheckPercent == null) {
            return Outcome.refused("BR-SAMPLE-UNSET", "breakroom.spotCheckPercent");
        }
        Set<String> plaqued = rooms.stream()
                .filter(room -> room.status() == RoomState.PLAQUED)
                .map(RoomStatus::id)
                .collect(Collectors.toSet());
        int size = size(plaqued.size(), spotCheckPercent);
        if (size == 0) {
            return Outcome.refused("BR-SAMPLE-EMPTY", "rooms");
        }
        return Outcome.of(new Sample(
                plaqued.stream()
                        .sorted(Comparator.comparing((String id) -> sha256(seed + "\n" + id))
                                .thenComparing(id -> id))
                        .limit(size)
                        .sorted()
                        .toList(),
                plaqued.size()));
    }

    private static int size(int population, BigDecimal percent) {
        return BigDecimal.valueOf(population)
                .multiply(percent.min(HUNDRED))
                .divide(HUNDRED, 0, RoundingMode.UP)
                .intValueExact();
    }

    /** What tells whether somebody draws from the same rooms again. */
    public static String populationHash(Collection<String> rooms) {
        return sha256(rooms.stream().sorted().collect(Collectors.joining("\n")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
