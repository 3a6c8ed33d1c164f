package org.shishi.testkit.baseline;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a bundle exports with what its last release exported, and asks for the package versions that OSGi's rules
 * of semantic versioning ask for. The comparison is bnd's own; the last release is no jar but a text file in the
 * repository ({@link ApiText}), so that it needs no network and a reader sees what changes (decision record 0010).
 */
public final class ApiBaseline {

    /** Set to write the present API over the baseline: once, when a release is tagged. */
    public static final String WRITE = "shishi.baseline.write";

    private ApiBaseline() {}

    /**
     * @param classes folder or jar of the bundle, manifest included
     * @param baseline the file
     * @return a sentence for each package whose version does not say what has changed; empty: all is well
     */
    public static List<String> faults(Path classes, Path baseline) throws Exception {
        try (Jar now = new Jar(classes.toFile());
                Processor log = new Processor()) {
            DiffPluginImpl differ = new DiffPluginImpl();
            Tree newer = differ.tree(now);
            if (Boolean.getBoolean(WRITE)) {
                write(classes, baseline);
            }
            Tree older = differ.deserialize(ApiText.read(baseline));
            return new Baseline(log, differ)
                            .baseline(
                                    differ.deserialize(ApiText.api(newer)),
                                    exports(now),
                                    older,
                                    ApiText.exports(older),
                                    new Instructions("*"))
                            .stream()
                            .filter(info -> info.mismatch)
                            .map(info -> sentence(info, baseline))
                            .sorted()
                            .toList();
        }
    }

    /** Writes the present API. */
    public static void write(Path classes, Path baseline) throws Exception {
        try (Jar now = new Jar(classes.toFile())) {
            ApiText.write(ApiText.api(new DiffPluginImpl().tree(now)), baseline);
        }
    }

    private static Parameters exports(Jar jar) throws Exception {
        return new Parameters(jar.getManifest().getMainAttributes().getValue("Export-Package"));
    }

    private static String sentence(Baseline.Info info, Path baseline) {
        List<String> changes = new ArrayList<>();
        collect(info.packageDiff, "", changes);
        return "The package " + info.packageName + " has version " + info.newerVersion + "; since " + info.olderVersion
                + " (" + baseline.getFileName() + ") it has changed so that it must have " + info.suggestedVersion
                + " or higher. To mend: raise @Version in its package-info.java, or take the change back. Changes: "
                + String.join("; ", changes);
    }

    /** The innermost differences. */
    private static void collect(Diff diff, String above, List<String> changes) {
        String name = above.isEmpty() ? diff.getName() : above + " " + diff.getName();
        List<Diff> changed = diff.getChildren().stream()
                .filter(child -> !child.getDelta().equals(aQute.bnd.service.diff.Delta.UNCHANGED))
                .map(Diff.class::cast)
                .toList();
        boolean whole =
                switch (diff.getDelta()) {
                    case ADDED, REMOVED -> true;
                    default -> changed.isEmpty();
                };
        if (whole) {
            changes.add(diff.getDelta() + " " + name);
        } else {
            changed.forEach(child -> collect(child, above.isEmpty() ? " " : name.strip(), changes));
        }
    }
}
