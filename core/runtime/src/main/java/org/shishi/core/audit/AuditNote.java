package org.shishi.core.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shishi.core.crypto.KeyPurpose;
import org.shishi.core.crypto.Keys;

/** The ends of the lanes in a file, a line each, sealed with the key of the log: {@code <lane> <entries> <day> <mac>}. */
record AuditNote(Path file, Keys keys) {

    private static final String NONE = "-";

    boolean exists() {
        return Files.exists(file);
    }

    void write(Map<Integer, AuditLane> lanes) {
        String text = lanes.values().stream()
                .map(lane -> lane.lane() + " " + lane.entries() + " " + (lane.day() == null ? NONE : lane.day()) + " "
                        + (lane.mac().isEmpty() ? NONE : lane.mac()) + "\n")
                .collect(Collectors.joining());
        String key = keys.ring(KeyPurpose.AUDIT).active().id();
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(next, key + " " + seal(key, text).orElseThrow() + "\n" + text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty: there is none, or its seal does not fit. */
    Optional<Map<Integer, AuditLane>> read() {
        try {
            String[] parts = Files.readString(file).split("\n", 2);
            String[] head = parts[0].split(" ");
            boolean fits = parts.length == 2
                    && head.length == 2
                    && seal(head[0], parts[1]).equals(Optional.of(head[1]));
            return fits ? Optional.of(lanes(parts[1].lines().toList())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, AuditLane> lanes(List<String> lines) {
        Map<Integer, AuditLane> lanes = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ");
            int lane = Integer.parseInt(parts[0]);
            lanes.put(
                    lane,
                    new AuditLane(
                            lane,
                            Long.parseLong(parts[1]),
                            parts[2].equals(NONE) ? null : LocalDate.parse(parts[2]),
                            parts[3].equals(NONE) ? "" : parts[3]));
        }
        return lanes;
    }

    private Optional<String> seal(String keyId, String text) {
        return keys.ring(KeyPurpose.AUDIT).byId(keyId).map(key -> HexFormat.of()
                .formatHex(key.mac(("seen\n" + text).getBytes(StandardCharsets.UTF_8))));
    }
}
