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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.shishi.api.persistence.Sealed;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;

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
            sealed(type, faults);
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

    /** What is known of people who are no persons of the registry stands sealed. */
    private static <T extends ProgrammeRecord> void sealed(RecordType<T> type, Faults faults) {
        Set<String> ofPersons = new HashSet<>();
        type.person().ifPresent(person -> Stream.of(person.name(), person.number(), person.mobile())
                .filter(Objects::nonNull)
                .forEach(field -> ofPersons.add(field.name())));
        for (org.shishi.api.record.Field<T, ?> field : type.fields()) {
            Boolean sealed = sealed(type.entity(), field.path());
            if (sealed == null || ofPersons.contains(field.name())) {
                continue;
            }
            String name = type.entity().getSimpleName() + "." + field.path();
            faults.addIf(
                    field.sensitivity() != Sensitivity.NONE && !sealed,
                    name + " holds personal data in clear",
                    "the field '" + field.name() + "' of '" + type.id() + "' is " + field.sensitivity(),
                    "annotate the attribute with @Sealed and make its column a varchar of 80 + 6 x max");
            faults.addIf(
                    sealed && (field.isSearched() || field.isFiltered() || field.isSorted()),
                    name + " is sealed and cannot be searched, filtered or sorted",
                    "the field '" + field.name() + "' of '" + type.id() + "'",
                    "take .searched(), .filtered() and .sorted() away");
        }
    }

    /** Null: no attribute of the entity itself. */
    private static Boolean sealed(Class<?> entity, String path) {
        return Arrays.stream(entity.getDeclaredFields())
                .filter(attribute -> attribute.getName().equals(path))
                .findFirst()
                .map(attribute -> attribute.isAnnotationPresent(Sealed.class))
                .orElse(null);
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
