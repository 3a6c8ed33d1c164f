package org.shishi.vaadin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedBundleTest {

    private static final String FEATURE_FLAGS = "META-INF/services/com.vaadin.experimental.FeatureFlagProvider";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/vaadin/flow/server/VaadinServlet.class",
                "com/vaadin/flow/component/grid/Grid.class",
                "com/googlecode/gentyref/GenericTypeReflector.class",
                "org/atmosphere/cpr/AtmosphereFramework.class",
                "META-INF/resources/lumo/lumo.css",
                "META-INF/resources/lumo/utility.css",
                "META-INF/resources/VAADIN/static/push/vaadinPush-min.js",
                "META-INF/VAADIN/config/flow-build-info.json",
                "META-INF/VAADIN/config/stats.json",
                "META-INF/VAADIN/webapp/index.html"
            })
    void holds(String entry) {
        assertTrue(Files.isRegularFile(Merged.CLASSES.resolve(entry)), entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/vaadin/pro",
                "com/vaadin/collaborationengine",
                "com/vaadin/flow/component/ai",
                "com/vaadin/flow/component/board",
                "com/vaadin/flow/component/charts",
                "com/vaadin/flow/component/crud",
                "com/vaadin/flow/component/dashboard",
                "com/vaadin/flow/component/gridpro",
                "com/vaadin/flow/component/map",
                "com/vaadin/flow/component/richtexteditor",
                "com/vaadin/flow/component/spreadsheet",
                "META-INF/frontend",
                "OSGI-INF"
            })
    void leavesOut(String folder) {
        assertFalse(Files.exists(Merged.CLASSES.resolve(folder)), folder);
    }

    /** The jars' files of this service have one name, so the merged one is written by hand; Vaadin may add to them. */
    @Test
    void listsTheFeatureFlagsOfAllParts() throws IOException {
        Set<String> ofTheParts = new TreeSet<>();
        for (URL url : Collections.list(getClass().getClassLoader().getResources(FEATURE_FLAGS))) {
            try (InputStream in = url.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(ofTheParts::add);
            }
        }
        Set<String> merged = Merged.read(Merged.CLASSES.resolve(FEATURE_FLAGS))
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ofTheParts, merged);
    }

    @Test
    void exportsItsPackagesAndImportsNoneOfThem() throws IOException {
        Attributes headers = manifest();
        assertEquals("org.shishi.vaadin", headers.getValue("Bundle-SymbolicName"));
        assertTrue(headers.getValue("Export-Package").contains("com.vaadin.flow.component.grid;version="));
        String imports = headers.getValue("Import-Package");
        assertFalse(imports.contains("com.vaadin.flow.component"), imports);
        assertFalse(imports.contains("org.atmosphere.cpr"), imports);
        assertTrue(imports.contains("com.vaadin.pro.licensechecker;resolution:=optional"), imports);
    }

    @Test
    void offersNoComponentOfItsOwn() throws IOException {
        assertEquals(null, manifest().getValue("Service-Component"));
    }

    private static Attributes manifest() throws IOException {
        try (InputStream in = Files.newInputStream(Merged.CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
