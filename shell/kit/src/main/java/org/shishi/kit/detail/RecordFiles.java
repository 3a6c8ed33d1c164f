package org.shishi.kit.detail;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.file.Attachment;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.kit.KitTexts;
import org.shishi.kit.component.AttachmentPanel;
import org.shishi.kit.visit.Visit;

/** The files of a record, through its own door. */
final class RecordFiles<T extends ProgrammeRecord> extends Section {

    /** @param mayAdd whether the door would take a file from the caller now */
    RecordFiles(Visit visit, RecordType<T> type, UUID id, boolean mayAdd, Runnable changed) {
        addClassName("card");
        Map<String, String> kinds = new LinkedHashMap<>();
        type.attachmentKinds().forEach(kind -> kinds.put(kind, visit.word(type.id() + ".attachment." + kind)));
        add(
                new H2(KitTexts.t("attachments.title")),
                new AttachmentPanel(
                        kinds, new Door<>(visit, visit.records(type), id, mayAdd), visit.words(type), changed));
    }

    private record Door<T extends ProgrammeRecord>(Visit visit, Records<T> records, UUID id, boolean mayAdd)
            implements AttachmentPanel.Files {

        @Override
        public List<Attachment> list() {
            return records.attachments(visit.caller(), id);
        }

        @Override
        public InputStream open(Attachment attachment) {
            return records.openAttachment(visit.caller(), id, attachment.id());
        }

        @Override
        public void add(String kind, String fileName, InputStream content) {
            records.attach(visit.caller(), id, kind, fileName, content);
        }
    }
}
