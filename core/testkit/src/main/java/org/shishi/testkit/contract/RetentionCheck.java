package org.shishi.testkit.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.shishi.api.people.Participation;
import org.shishi.api.persistence.Sealed;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;

/** What is known of people ends: each kind of part and each kind of contact says after how many years. */
public final class RetentionCheck {

    private RetentionCheck() {}

    public static List<String> faults(BuiltProgramme programme) {
        Faults faults = new Faults();
        programme.descriptor().records().forEach(type -> check(programme, type, faults));
        return faults.all();
    }

    private static <T extends ProgrammeRecord> void check(BuiltProgramme programme, RecordType<T> type, Faults faults) {
        faults.addIf(
                sealed(type.entity()) && type.contactsKeptFor().isEmpty(),
                "the contacts of '" + type.id() + "' are kept for ever",
                type.entity().getSimpleName() + " has sealed attributes",
                "say .contactsKeptFor(\"…\") on the type, an int parameter of the edition");
        faults.addIf(
                !type.attachmentKinds().containsAll(type.contactAttachments()),
                "'" + type.id() + "' has no attachments " + type.contactAttachments(),
                "contactsKeptFor names them",
                "name kinds that .attachments(…) offers");
        faults.addIf(
                type.person().isPresent() && type.participations().isEmpty(),
                "persons of '" + type.id() + "' are written down in no ledger",
                "the type says .person(…)",
                "say .participation(Participation.of(…)): what somebody takes part in is shown, and has an end");
        type.participations().stream()
                .filter(part -> part.subject() == Participation.Subject.PERSON && part.keepName() == null)
                .forEach(part -> faults.add(
                        "persons of the part '" + part.kind() + "' are kept for ever",
                        "the participation of '" + type.id() + "'",
                        "say .keptFor(\"…\") on it, an int parameter of the edition"));
        type.participations().stream()
                .map(Participation::keepName)
                .filter(Objects::nonNull)
                .forEach(name -> number(programme, name, faults));
        type.contactsKeptFor().ifPresent(name -> number(programme, name, faults));
    }

    private static boolean sealed(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields())
                .anyMatch(attribute -> attribute.isAnnotationPresent(Sealed.class));
    }

    private static void number(BuiltProgramme programme, String name, Faults faults) {
        Parameter parameter = programme.edition().get(name);
        faults.addIf(
                parameter == null || !"int".equals(parameter.type()),
                "the years for which people are kept, " + name + ", are no int of the edition",
                "edition.yaml",
                "add the parameter " + name + " of type int");
    }
}
