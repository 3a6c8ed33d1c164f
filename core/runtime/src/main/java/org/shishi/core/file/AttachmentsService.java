package org.shishi.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.file.Attachment;
import org.shishi.api.file.AttachmentCheck;
import org.shishi.api.file.Attachments;
import org.shishi.api.file.FileType;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.FileCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.SharedFiles;

/** Files of records: rows in the database, contents sealed in the home's folder {@code files}, and where other nodes find them. */
@Component(service = {Attachments.class, AttachmentsService.class})
public final class AttachmentsService implements Attachments {

    /** The name of a file that is gone. */
    private static final String HIDDEN = "***";

    private final CoreDatabase database;
    private final Audit audit;
    private final Clock clock;
    private final FileStore store;
    private final FieldCipher names;

    @Activate
    public AttachmentsService(
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference PlatformInfo platform,
            @Reference SharedFiles shared,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(database, keys, platform.home().resolve("files"), shared, audit, clock);
    }

    AttachmentsService(CoreDatabase database, Keys keys, Path folder, SharedFiles shared, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.store = new FileStore(folder, shared, new FileCipher(keys), clock);
        this.names = new FieldCipher(keys);
    }

    @Override
    public Attachment add(Caller caller, String object, String kind, String fileName, InputStream content) {
        FileStore.Arrived arrived = receive(content);
        FileType type;
        try {
            type = AttachmentCheck.check(fileName, arrived.sizeBytes(), arrived.head())
                    .orThrow()
                    .type();
            store.keep(arrived);
        } catch (RefusedException e) {
            drop(arrived);
            throw e;
        } catch (IOException e) {
            drop(arrived);
            throw new UncheckedIOException(e);
        }
        Attachment attachment = new Attachment(
                UUID.randomUUID(),
                kind,
                FileNames.clean(fileName, type),
                type.name(),
                arrived.sizeBytes(),
                arrived.sha256(),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        database.transact(handle -> {
            String sealed = names.seal(place(attachment.id()), attachment.name());
            new AttachmentRows(handle).insert(object, named(attachment, sealed), caller.accountId());
            record(caller, "attachment.add", object, attachment);
            return null;
        });
        return attachment;
    }

    @Override
    public List<Attachment> list(String object) {
        return database.read(handle -> new AttachmentRows(handle)
                .list(object).stream().map(this::opened).toList());
    }

    @Override
    public InputStream open(String object, UUID attachmentId) {
        Attachment attachment = database.read(handle -> new AttachmentRows(handle).find(object, attachmentId))
                .orElseThrow(AttachmentsService::notFound);
        if (attachment.sha256().isEmpty()) {
            throw new RefusedException("CORE-ATT-GONE", null);
        }
        try {
            return store.open(attachment.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("the file of attachment " + attachmentId + " cannot be read", e);
        }
    }

    @Override
    public void remove(Caller caller, String object, UUID attachmentId) {
        database.transact(handle -> {
            AttachmentRows rows = new AttachmentRows(handle);
            Attachment attachment = rows.find(object, attachmentId).orElseThrow(AttachmentsService::notFound);
            rows.delete(attachmentId);
            record(caller, "attachment.remove", object, attachment);
            return null;
        });
    }

    /** How many of these records' attachments have content. */
    public int present(Handle handle, List<String> objects, List<String> kinds) {
        return objects.isEmpty()
                ? 0
                : new AttachmentRows(handle).present(objects, kinds).size();
    }

    /**
     * Lets go of content and names of these records' attachments; the sweep deletes what nobody else needs.
     *
     * @param kinds only these; empty: all
     */
    public int forget(Handle handle, List<String> objects, List<String> kinds) {
        if (objects.isEmpty()) {
            return 0;
        }
        AttachmentRows rows = new AttachmentRows(handle);
        List<UUID> present = rows.present(objects, kinds);
        present.forEach(id -> rows.forget(id, names.seal(place(id), HIDDEN), OffsetDateTime.now(clock)));
        return present.size();
    }

    /** Deletes contents that no attachment names any more; how many. */
    long sweep() throws IOException {
        return store.sweep(sha256 -> database.read(handle -> new AttachmentRows(handle).needed(sha256)));
    }

    private FileStore.Arrived receive(InputStream content) {
        try {
            return store.receive(content, AttachmentCheck.MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drop(FileStore.Arrived arrived) {
        try {
            store.drop(arrived);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Caller caller, String action, String object, Attachment attachment) {
        audit.write(
                caller,
                action,
                object,
                null,
                Map.of("attachment", attachment.id().toString(), "sha256", attachment.sha256()));
    }

    private Attachment opened(Attachment sealed) {
        return named(sealed, names.open(place(sealed.id()), sealed.name()));
    }

    private static Attachment named(Attachment attachment, String name) {
        return new Attachment(
                attachment.id(),
                attachment.kind(),
                name,
                attachment.type(),
                attachment.sizeBytes(),
                attachment.sha256(),
                attachment.by(),
                attachment.at());
    }

    private static String place(UUID id) {
        return "attachment/name/" + id;
    }

    private static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }
}
