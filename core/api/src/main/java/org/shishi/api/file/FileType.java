package org.shishi.api.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shishi.api.text.Normal;

/** File types that may be attached, each with its extensions and the bytes it begins with. */
public enum FileType {
    PDF(Set.of("pdf"), "%PDF"),
    JPG(Set.of("jpg", "jpeg"), "\u00FF\u00D8\u00FF"),
    PNG(Set.of("png"), "\u0089PNG\r\n\u001A\n"),
    // Office files are zip archives; the first bytes do not tell which of the two.
    XLSX(Set.of("xlsx"), "PK\u0003\u0004"),
    DOCX(Set.of("docx"), "PK\u0003\u0004");

    /** A caller may hand over fewer bytes than the longest signature has; four always tell the types apart. */
    private static final int ENOUGH = 4;

    private final Set<String> extensions;
    private final byte[] signature;

    FileType(Set<String> extensions, String signature) {
        this.extensions = extensions;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** By the extension of a file name, whatever its case. */
    public static Optional<FileType> byName(String fileName) {
        String name = Normal.text(fileName).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** Whether content that begins so can be of this type. */
    public boolean fits(byte[] head) {
        int compared = Math.min(head.length, signature.length);
        return compared >= Math.min(ENOUGH, signature.length)
                && Arrays.equals(head, 0, compared, signature, 0, compared);
    }
}
