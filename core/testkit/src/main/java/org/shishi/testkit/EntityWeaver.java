package org.shishi.testkit;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.tools.weaving.jpa.StaticWeaveProcessor;

/**
 * Build step of every programme: weaves its entities (lazy relations, fetch groups), because nothing can weave them at
 * run time inside the framework. The JPA provider's own tool ends well even when it did nothing, so what it wrote is
 * looked at afterwards.
 *
 * <p>Without change tracking: woven entities would report their own changes, but {@code RecordHead} lives in the api,
 * which knows no JPA provider and is not woven, and a change inside it would be lost. The provider compares instead.
 */
public final class EntityWeaver {

    private static final String WOVEN = "org/eclipse/persistence/internal/weaving/PersistenceWeaved";
    private static final String CLASS = ".class";

    private EntityWeaver() {}

    /** @param args the folder of compiled classes, which must be on the class path too */
    public static void main(String... args) throws IOException, URISyntaxException {
        Path classes = Path.of(args[0]);
        if (Files.isDirectory(classes)) {
            weave(classes, EntityWeaver.class.getClassLoader());
        }
    }

    /** @param loader sees the classes of the folder, the api and the JPA provider */
    public static void weave(Path classes, ClassLoader loader) throws IOException, URISyntaxException {
        List<Class<?>> managed = managed(classes, loader);
        List<Class<?>> entities = managed.stream()
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .toList();
        if (allWoven(classes, entities)) {
            return;
        }
        Path unit = Files.createTempDirectory("shishi-weaver");
        try {
            Path descriptor = Files.createDirectories(unit.resolve("META-INF")).resolve("persistence.xml");
            Files.writeString(descriptor, descriptor(managed));
            StaticWeaveProcessor weaver = new StaticWeaveProcessor(classes.toFile(), classes.toFile());
            weaver.setPersistenceInfo(unit.toFile());
            weaver.setClassLoader(loader);
            weaver.performWeaving();
        } finally {
            try (Stream<Path> left = Files.walk(unit)) {
                left.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        if (!allWoven(classes, entities)) {
            throw new IllegalStateException("The weaver left entities as they were: " + entities);
        }
    }

    /** The classes of the folder that JPA manages. */
    private static List<Class<?>> managed(Path classes, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
                    .map(name -> load(
                            name.substring(0, name.length() - CLASS.length())
                                    .replace('/', '.')
                                    .replace('\\', '.'),
                            loader))
                    .filter(type -> Stream.of(Entity.class, Embeddable.class, Converter.class)
                            .anyMatch(type::isAnnotationPresent))
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path: " + name, e);
        }
    }

    private static boolean allWoven(Path classes, List<Class<?>> entities) throws IOException {
        for (Class<?> entity : entities) {
            Path file = classes.resolve(entity.getName().replace('.', '/') + CLASS);
            if (!Files.readString(file, StandardCharsets.ISO_8859_1).contains(WOVEN)) {
                return false;
            }
        }
        return true;
    }

    private static String descriptor(List<Class<?>> managed) {
        String classes = Stream.concat(
                        managed.stream().map(Class::getName), Stream.of("org.shishi.api.record.RecordHead"))
                .map(name -> "    <class>" + name + "</class>\n")
                .collect(Collectors.joining());
        return """
                <persistence version="3.2" xmlns="https://jakarta.ee/xml/ns/persistence"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence https://jakarta.ee/xml/ns/persistence/persistence_3_2.xsd">
                  <persistence-unit name="programme">
                    <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                %s    <exclude-unlisted-classes>true</exclude-unlisted-classes>
                    <properties>
                      <property name="eclipselink.weaving.changetracking" value="false"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """
                .formatted(classes);
    }
}
