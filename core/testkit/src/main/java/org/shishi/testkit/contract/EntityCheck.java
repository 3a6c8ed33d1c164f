package org.shishi.testkit.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.api.record.RecordType;

/** The JPA classes: known to the manifest, woven by the build, without inheritance and relations across bundles. */
public final class EntityCheck {

    private static final String WOVEN = "org/eclipse/persistence/internal/weaving/PersistenceWeaved";

    private EntityCheck() {}

    public static List<String> faults(BuiltProgramme programme) {
        Faults faults = new Faults();
        String header = programme.header("Shishi-Entities");
        List<String> listed = header == null
                ? List.of()
                : Arrays.stream(header.split(",")).map(String::strip).toList();
        for (RecordType<?> type : programme.descriptor().records()) {
            Class<?> entity = type.entity();
            String name = entity.getName();
            faults.addIf(
                    !entity.isAnnotationPresent(Entity.class),
                    name + " is no entity",
                    name,
                    "annotate it with @Entity");
            faults.addIf(
                    !listed.contains(name),
                    "the manifest does not list the entity " + name,
                    "header Shishi-Entities: " + header,
                    "build the module with Maven once (mvn process-classes); the build lists what is annotated");
            faults.addIf(
                    !woven(programme.classes().resolve(name.replace('.', '/') + ".class")),
                    name + " is not woven",
                    "target/classes",
                    "build the module with Maven once (mvn process-classes); an IDE that compiles into target/classes undoes the weaving");
            faults.addIf(
                    entity.getSuperclass() != Object.class
                            || entity.getSuperclass().isAnnotationPresent(MappedSuperclass.class),
                    name + " inherits from " + entity.getSuperclass().getSimpleName(),
                    name,
                    "declare @Id, @Version and @Embedded RecordHead in the entity itself: JPA inheritance does not work across bundles");
            relations(entity, programme, faults);
        }
        return faults.all();
    }

    private static void relations(Class<?> entity, BuiltProgramme programme, Faults faults) {
        String own = "org.shishi.programme." + programme.packageWord();
        for (Field field : entity.getDeclaredFields()) {
            boolean relation = Stream.<Class<? extends Annotation>>of(
                            OneToOne.class, OneToMany.class, ManyToOne.class, ManyToMany.class)
                    .anyMatch(field::isAnnotationPresent);
            faults.addIf(
                    relation && !field.getGenericType().getTypeName().contains(own),
                    entity.getSimpleName() + "." + field.getName() + " is a relation to another bundle's class",
                    entity.getName(),
                    "keep the other row's id (UUID) instead");
        }
    }

    private static boolean woven(Path file) {
        try {
            return Files.exists(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(WOVEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
