package org.shishi.core.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shishi.api.file.FileType;

/** Names of files as people gave them, made harmless for lists, headers and other people's disks. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control characters and marks that nobody sees: the ones that turn text around hide an extension. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final Pattern RESERVED = Pattern.compile("[:*?\"<>|]");
    private static final Pattern ENDS = Pattern.compile("^[.\\p{IsWhite_Space}]+|[.\\p{IsWhite_Space}]+$");

    private FileNames() {}

    static String clean(String typed, FileType type) {
        String name = FOLDERS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceFirst("");
        name = RESERVED.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll("_");
        name = ENDS.matcher(name).replaceAll("");
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "." + type.name().toLowerCase(Locale.ROOT) : name.substring(dot);
        String stem = dot < 0 ? "附件" : ENDS.matcher(name.substring(0, dot)).replaceAll("");
        int room = LONGEST - extension.length();
        if (stem.codePointCount(0, stem.length()) > room) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, room));
        }
        return (stem.isEmpty() ? "附件" : stem) + extension;
    }
}
