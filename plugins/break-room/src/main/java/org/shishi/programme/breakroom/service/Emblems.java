package org.shishi.programme.breakroom.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.file.Attachment;
import org.shishi.api.file.Attachments;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.programme.breakroom.model.Emblem;

/**
 * The common mark of all rooms. The city keeps its pictures here; which of them stands on plaques the edition says
 * ({@code breakroom.logoFile}: the name of the file), so that two persons decide on it.
 */
public final class Emblems {

    private static final String PICTURE = "picture";

    public static final RecordType<Emblem> TYPE = RecordType.of("emblems", Emblem.class, Emblem::new)
            .title(Emblem::getTitle)
            .icon("vaadin:picture")
            .field(Field.text("title", Emblem::getTitle, Emblem::setTitle)
                    .required()
                    .max(100)
                    .listed())
            .createdAt(OrgType.CITY)
            .attachments(PICTURE)
            .build();

    private Emblems() {}

    /** A picture with the object it is attached to. */
    public record Picture(String object, Attachment attachment) {}

    /** The picture that the edition names; the newest of several of that name. Empty: none is named, or there is none. */
    public static Optional<Picture> current(ProgrammeContext programme, Attachments attachments) {
        return programme
                .edition()
                .value("breakroom.logoFile")
                .map(String::valueOf)
                .flatMap(name -> all(programme).stream()
                        .map(id -> programme.objectName(TYPE, id))
                        .flatMap(object -> attachments.list(object).reversed().stream()
                                .filter(attachment -> attachment.name().equals(name))
                                .map(attachment -> new Picture(object, attachment)))
                        .findFirst());
    }

    private static List<UUID> all(ProgrammeContext programme) {
        return programme.database().read(em -> em.createQuery(
                        "select e.id from Emblem e order by e.head.createdAt desc", UUID.class)
                .getResultList());
    }
}
