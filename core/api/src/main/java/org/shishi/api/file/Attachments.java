package org.shishi.api.file;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * Files of records: PDF, JPG, PNG, XLSX, DOCX up to 20 MiB, checked by content (R-C.17), kept encrypted outside the web
 * root. Reached through {@link org.shishi.api.record.Records}, which checks who may see the record. An OSGi service.
 */
@ProviderType
public interface Attachments {

    /**
     * Stores a file for an object. The stream is read once, not closed.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ATT-TYPE}, {@code CORE-ATT-SIZE}
     */
    Attachment add(Caller caller, String object, String kind, String fileName, InputStream content);

    List<Attachment> list(String object);

    /** The content, decrypted while it is read; the caller closes it. */
    InputStream open(String object, UUID attachmentId);

    void remove(Caller caller, String object, UUID attachmentId);
}
