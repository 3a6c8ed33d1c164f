package org.shishi.testkit.contract;

import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** The bundle is a guest: exports nothing, sees the api and the kit, bears its name and year. */
public final class ManifestCheck {

    private static final List<String> BEHIND = List.of(
            "org.shishi.core",
            "org.shishi.shell",
            "org.shishi.rest",
            "org.shishi.programme",
            "org.shishi.api.platform");
    /** What a programme may see besides the JDK; the JPA provider only because woven classes do. */
    private static final List<String> ALLOWED = List.of(
            "org.shishi.api",
            "org.shishi.kit",
            "com.vaadin",
            "jakarta.persistence",
            "org.eclipse.persistence",
            "org.slf4j");

    private static final int FIRST_YEAR = 2000;

    private ManifestCheck() {}

    public static List<String> faults(BuiltProgramme programme) {
        Faults faults = new Faults();
        if (programme.manifest().isEmpty()) {
            faults.add(
                    "there is no manifest",
                    "expected as target/classes/" + BuiltProgramme.MANIFEST,
                    "build the module with Maven once (mvn process-classes)");
            return faults.all();
        }
        names(programme, faults);
        faults.addIf(
                programme.header("Export-Package") != null,
                "the bundle exports " + programme.header("Export-Package"),
                "MANIFEST.MF",
                "remove @Export and -exportcontents: an exchange of the programme would restart those who import it");
        Headers.clauses(programme.header("Import-Package"))
                .forEach((name, attributes) -> imported(name, attributes, faults));
        return faults.all();
    }

    private static void names(BuiltProgramme programme, Faults faults) {
        String expected = "org.shishi.programme." + programme.packageWord();
        faults.addIf(
                !expected.equals(programme.header("Bundle-SymbolicName")),
                "the bundle is called " + programme.header("Bundle-SymbolicName"),
                "expected " + expected,
                "let the parent's build name it: remove Bundle-SymbolicName, and call the artifact like the folder");
        Version version = Version.parseVersion(programme.header("Bundle-Version"));
        faults.addIf(
                version.getMajor() < FIRST_YEAR,
                "the version is " + version,
                "pom.xml",
                "let it begin with the year, for example 2024.1.0");
        faults.addIf(
                programme.header("Service-Component") == null,
                "the bundle has no component",
                "MANIFEST.MF",
                "annotate " + programme.type().getSimpleName()
                        + " with @Component (org.osgi.service.component.annotations)");
    }

    private static void imported(String name, Map<String, String> attributes, Faults faults) {
        if (name.startsWith("java.")) {
            return;
        }
        boolean optional = "optional".equals(attributes.get("resolution:"));
        if (below(name, BEHIND)) {
            faults.add(
                    "the bundle imports " + name,
                    "MANIFEST.MF",
                    "use org.shishi.api (without platform) and org.shishi.kit only; if they lack something, it belongs there");
            return;
        }
        List<Version> offered = below(name, ALLOWED) ? Offers.versions(name) : List.of();
        VersionRange range = VersionRange.valueOf(attributes.getOrDefault("version", "0"));
        faults.addIf(
                !optional && offered.isEmpty(),
                "the bundle imports " + name + ", which nobody offers to programmes",
                "MANIFEST.MF",
                "do without that library, or pack it into the jar (-includeresource: lib-*.jar;lib:=true in bnd.bnd)");
        faults.addIf(
                !optional && !offered.isEmpty() && offered.stream().noneMatch(range::includes),
                "the bundle imports " + name + " " + range + ", the platform offers " + offered,
                "MANIFEST.MF",
                "build against the platform's version: take the parent's dependencies as they are");
    }

    private static boolean below(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
    }
}
