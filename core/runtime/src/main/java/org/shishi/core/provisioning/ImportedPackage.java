package org.shishi.core.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.VersionRange;

/** A package that a jar wants, from its manifest. */
record ImportedPackage(String name, VersionRange range, boolean optional) {

    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\"[^,\"]*)*)?)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile("version=\"?([^\";]+)\"?");
    private static final List<String> BEHIND = List.of(
            "org.shishi.core",
            "org.shishi.shell",
            "org.shishi.rest",
            "org.shishi.programme",
            "org.shishi.api.platform");

    static List<ImportedPackage> parse(String header) {
        List<ImportedPackage> all = new ArrayList<>();
        if (header == null) {
            return all;
        }
        Matcher clause = CLAUSE.matcher(header.replace(" ", ""));
        while (clause.find()) {
            Matcher version = VERSION.matcher(clause.group(2));
            all.add(new ImportedPackage(
                    clause.group(1),
                    VersionRange.valueOf(version.find() ? version.group(1) : "0"),
                    clause.group(2).contains("resolution:=optional")
                            || clause.group(2).contains("resolution:=\"optional\"")));
        }
        return all;
    }

    /** Packages of the platform whose versions mean something to a programme's author. */
    boolean ours() {
        return name.startsWith("org.shishi.");
    }

    /** What a guest never sees: implementations, other programmes, the shell's own services. */
    boolean forbidden() {
        return BEHIND.stream().anyMatch(behind -> name.equals(behind) || name.startsWith(behind + "."));
    }
}
