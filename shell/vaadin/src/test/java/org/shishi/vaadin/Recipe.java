package org.shishi.vaadin;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The components the front-end recipe asks for, read from its source since it is no part of the build. */
final class Recipe {

    private static final Path SOURCE =
            Path.of("frontend-recipe/src/main/java/org/shishi/vaadin/recipe/Components.java");

    private Recipe() {}

    static Stream<Class<?>> components() {
        String source = Merged.read(SOURCE);
        return Pattern.compile("@Uses\\((\\w+)\\.class\\)")
                .matcher(source)
                .results()
                .map(use -> {
                    Matcher line = Pattern.compile("import ([\\w.]+\\." + use.group(1) + ");")
                            .matcher(source);
                    return load(line.results().findFirst().orElseThrow().group(1));
                });
    }

    /** Loads without initialising: only annotations are looked at. */
    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Recipe.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The modules a component brings, by the names they have in stats.json. */
    static List<String> modules(Class<?> component) {
        return annotations(component, JsModule.class)
                .map(JsModule::value)
                .map(module -> module.replaceFirst("^\\./", "Frontend/generated/jar-resources/"))
                .toList();
    }

    static List<NpmPackage> packages(Class<?> component) {
        return annotations(component, NpmPackage.class).toList();
    }

    static List<String> tags(Class<?> component) {
        return Stream.ofNullable(component.getAnnotation(Tag.class))
                .map(Tag::value)
                .filter(tag -> tag.startsWith("vaadin-"))
                .toList();
    }

    private static <A extends Annotation> Stream<A> annotations(Class<?> component, Class<A> type) {
        return family(component, new LinkedHashSet<>()).stream()
                .flatMap(each -> Stream.of(each.getDeclaredAnnotationsByType(type)));
    }

    private static Set<Class<?>> family(Class<?> type, Set<Class<?>> known) {
        if (type != null && known.add(type)) {
            family(type.getSuperclass(), known);
            for (Class<?> each : type.getInterfaces()) {
                family(each, known);
            }
        }
        return known;
    }
}
