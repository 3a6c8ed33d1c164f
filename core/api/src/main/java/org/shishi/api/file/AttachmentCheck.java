package org.shishi.api.file;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** Which files may be attached: known by name and by content, and not too large. */
public final class AttachmentCheck {

    public static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})*");

    public record Accepted(FileType type) {}

    private AttachmentCheck() {}

    /** @param head the first bytes of the content in hexadecimal, eight are enough */
    @Rule(id = "R-C.17", name = "checkAttachment", source = "§13.8")
    public static Outcome<Accepted> checkAttachment(
            @Input("fileName") String fileName, @Input("sizeBytes") long sizeBytes, @Input("head") String head) {
        String hex = Normal.text(head);
        return check(
                fileName, sizeBytes, HEX.matcher(hex).matches() ? HexFormat.of().parseHex(hex) : new byte[0]);
    }

    /** The same on bytes. */
    public static Outcome<Accepted> check(String fileName, long sizeBytes, byte[] head) {
        List<Violation> refusals = new ArrayList<>();
        Optional<FileType> type = FileType.byName(fileName);
        if (type.isEmpty()) {
            refusals.add(Violation.of("CORE-ATT-TYPE", "fileName"));
        } else if (!type.get().fits(head)) {
            refusals.add(Violation.of("CORE-ATT-TYPE", "head"));
        }
        if (sizeBytes > MAX_BYTES) {
            refusals.add(Violation.of("CORE-ATT-SIZE", "sizeBytes", MAX_BYTES / 1024 / 1024));
        }
        return refusals.isEmpty() ? Outcome.of(new Accepted(type.orElseThrow())) : Outcome.refused(refusals);
    }
}
