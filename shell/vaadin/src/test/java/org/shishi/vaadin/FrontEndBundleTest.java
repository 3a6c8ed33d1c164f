package org.shishi.vaadin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FrontEndBundleTest {

    private static final Merged.Stats STATS = Merged.stats();
    private static final Map<String, String> SCRIPTS = Merged.scriptsByName();

    /** Behind a feature flag of Vaadin, hence not in the recipe. */
    private static final Set<String> EXPERIMENTAL = Set.of(
            "@vaadin/breadcrumbs/src/vaadin-breadcrumbs.js", "@vaadin/breadcrumbs/src/vaadin-breadcrumbs-item.js");

    @Test
    void isABundleForProductionWithoutReact() {
        JsonNode info = Merged.JSON.readTree(
                Merged.VAADIN.resolve("config/flow-build-info.json").toFile());
        assertTrue(info.path("productionMode").asBoolean());
        assertTrue(info.path("react.enable").isBoolean());
        assertFalse(info.path("react.enable").asBoolean());
        assertFalse(STATS.npmModules().containsKey("react"));
    }

    @Test
    void everyScriptIsThereCompressed() throws IOException {
        try (Stream<Path> files = Files.walk(Merged.VAADIN.resolve("webapp"))) {
            List<Path> alone = files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> Files.notExists(Path.of(file + ".br")))
                    .toList();
            assertEquals(List.of(), alone);
        }
        assertTrue(SCRIPTS.keySet().stream().anyMatch(name -> name.startsWith("generated-flow-imports-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vaadin-board",
                "vaadin-chart",
                "vaadin-crud",
                "vaadin-dashboard",
                "vaadin-grid-pro",
                "vaadin-map",
                "vaadin-rich-text-editor",
                "vaadin-spreadsheet"
            })
    void holdsNoCommercialComponent(String tag) {
        SCRIPTS.forEach((name, text) -> assertFalse(text.contains(tag), name));
    }

    @ParameterizedTest
    @MethodSource("org.shishi.vaadin.Recipe#components")
    void holdsWhatTheRecipeAsksFor(Class<?> component) {
        assertAll(Recipe.modules(component).stream()
                .map(module -> () -> assertTrue(STATS.bundleImports().contains(module), module)));
        assertAll(Recipe.tags(component).stream()
                .map(tag -> () ->
                        assertTrue(SCRIPTS.values().stream().anyMatch(text -> text.contains("`" + tag + "`")), tag)));
    }

    /** A new Vaadin below an old front-end bundle is the mistake to expect: build-frontend.sh was not run. */
    @ParameterizedTest
    @MethodSource("org.shishi.vaadin.Recipe#components")
    void isOfTheVersionTheClassesWant(Class<?> component) {
        assertAll(Recipe.packages(component).stream()
                .filter(wanted -> STATS.npmModules().containsKey(wanted.value()))
                .map(wanted ->
                        () -> assertEquals(wanted.version(), STATS.npmModules().get(wanted.value()), wanted.value())));
    }

    /** Programmes may use any component whose class they find in the merged bundle; a new one must reach the recipe. */
    @Test
    void holdsEveryComponentThatHasAClass() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Merged.CLASSES.resolve("com/vaadin/flow/component"))) {
            files.map(file -> Merged.CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(Recipe::load)
                    .filter(Component.class::isAssignableFrom)
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                    .flatMap(type -> Recipe.modules(type).stream())
                    .forEach(missing::add);
        }
        assertTrue(missing.size() > 50, () -> "hardly anything was looked at: " + missing);
        missing.removeAll(EXPERIMENTAL);
        STATS.bundleImports().forEach(missing::remove);
        assertEquals(Set.of(), missing);
    }
}
