package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.shishi.api.file.Attachment;
import org.shishi.api.file.AttachmentCheck;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.field.Amounts;
import org.shishi.kit.text.UploadTexts;

/** The files of a record by kind: listed, downloaded, added. */
public final class AttachmentPanel extends Div {

    private static final long KIB = 1024;
    /** As many kinds have an upload field each. */
    private static final int EACH_WITH_ITS_OWN = 3;

    /** Where the files are. {@link #add} and {@link #open} are called on request threads, without a page at hand. */
    @ConsumerType
    public interface Files {

        List<Attachment> list();

        InputStream open(Attachment attachment);

        /** @throws RefusedException shown on the page */
        void add(String kind, String fileName, InputStream content);

        /** Whether files can be added at all by who looks at them. */
        boolean mayAdd();
    }

    private final transient Map<String, String> kinds;
    private final transient Files files;
    private final transient RefusalWords words;
    private final transient Runnable changed;

    /**
     * @param kinds titles by kind, in their order
     * @param changed run on the UI thread after a file came in
     */
    public AttachmentPanel(Map<String, String> kinds, Files files, RefusalWords words, Runnable changed) {
        this.kinds = kinds;
        this.files = files;
        this.words = words;
        this.changed = changed;
        addClassName("attachments");
        refresh();
    }

    public void refresh() {
        removeAll();
        List<Attachment> all = files.list();
        boolean few = kinds.size() <= EACH_WITH_ITS_OWN;
        kinds.forEach((kind, title) -> {
            List<Attachment> attached =
                    all.stream().filter(a -> kind.equals(a.kind())).toList();
            if (!attached.isEmpty() || few && files.mayAdd()) {
                add(kind(kind, title, attached, few));
            }
        });
        if (getComponentCount() == 0) {
            add(none());
        }
        if (!few && files.mayAdd()) {
            add(anyKind());
        }
    }

    /** One upload for all kinds: a field for each would be a page of empty ones. */
    private Component anyKind() {
        Select<String> kind = new Select<>();
        kind.setLabel(t("attachments.kind"));
        kind.setItems(kinds.keySet());
        kind.setItemLabelGenerator(kinds::get);
        String first = kinds.keySet().iterator().next();
        Div place = new Div(upload(first, kinds.get(first)));
        kind.addValueChangeListener(change -> {
            place.removeAll();
            place.add(upload(change.getValue(), kinds.get(change.getValue())));
        });
        kind.setValue(first);
        Div part = new Div(kind, place);
        part.addClassNames("attachment-kind", "no-print");
        return part;
    }

    private static Span none() {
        Span none = new Span(t("attachments.none"));
        none.addClassName("muted");
        return none;
    }

    private Component kind(String kind, String title, List<Attachment> attached, boolean add) {
        Div part = new Div(new H3(title));
        part.addClassName("attachment-kind");
        if (attached.isEmpty()) {
            part.add(none());
        } else {
            UnorderedList list = new UnorderedList();
            attached.forEach(attachment -> list.add(item(attachment)));
            part.add(list);
        }
        if (add && files.mayAdd()) {
            part.add(upload(kind, title));
        }
        return part;
    }

    private ListItem item(Attachment attachment) {
        Component link = Downloads.link(
                attachment.name(), attachment::name, "application/octet-stream", out -> copy(attachment, out));
        Span about = new Span(
                t("attachments.about", size(attachment.sizeBytes()), attachment.by(), Amounts.time(attachment.at())));
        about.addClassName("muted");
        return new ListItem(link, about);
    }

    private void copy(Attachment attachment, OutputStream out) throws IOException {
        try (InputStream content = files.open(attachment)) {
            content.transferTo(out);
        }
    }

    private Upload upload(String kind, String title) {
        Upload upload = UploadTexts.speak(new Upload());
        upload.setAcceptedFileExtensions(".pdf", ".jpg", ".jpeg", ".png", ".xlsx", ".docx");
        upload.setMaxFileSize((int) AttachmentCheck.MAX_BYTES);
        upload.getElement().setAttribute("aria-label", t("attachments.upload", title));
        upload.addFileRejectedListener(e -> Notices.error(e.getErrorMessage()));
        upload.setUploadHandler(event -> receive(event, kind, upload));
        return upload;
    }

    private void receive(UploadEvent event, String kind, Upload upload) throws IOException {
        UI ui = event.getUI();
        String name = event.getFileName();
        try (InputStream content = event.getInputStream()) {
            files.add(kind, name, content);
            ui.access(() -> {
                Notices.success(t("attachments.added", name));
                changed.run();
            });
        } catch (RefusedException e) {
            List<String> reasons = words.of(e.violations());
            // Not rejected: the field would say that a right is missing, whatever the reason.
            ui.access(() -> {
                upload.clearFileList();
                Notices.error(reasons);
            });
        }
    }

    static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB
                ? bytes / KIB + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }
}
