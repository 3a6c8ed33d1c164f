package org.shishi.kit.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.KitTexts;

/** Files made while they are downloaded. */
public final class Downloads {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PDF = "application/pdf";

    /** Writes the file; called on a request thread without the session's lock. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Downloads() {}

    /** A link that looks like a button and downloads. */
    public static Anchor button(String icon, String text, Supplier<String> fileName, String type, Content content) {
        Anchor link = link(text, fileName, type, content);
        link.addClassName("link-button");
        link.addComponentAsFirst(new Icon(icon));
        return link;
    }

    /** A plain link that downloads. */
    public static Anchor link(String text, Supplier<String> fileName, String type, Content content) {
        DownloadHandler handler = event -> serve(event, fileName.get(), type, content);
        return new Anchor(handler, AttachmentType.DOWNLOAD, text);
    }

    private static void serve(DownloadEvent event, String fileName, String type, Content content) throws IOException {
        event.setFileName(fileName);
        event.setContentType(type);
        try {
            content.write(event.getOutputStream());
        } catch (RefusedException e) {
            refuse(event.getResponse(), 403, "download.refused");
        } catch (ProgrammeOfflineException e) {
            refuse(event.getResponse(), 503, "download.offline");
        }
    }

    /** In both languages: a request has no page whose language could be asked. */
    private static void refuse(VaadinResponse response, int status, String key) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        String words =
                KitTexts.TEXTS.get(key).zh() + "\n" + KitTexts.TEXTS.get(key).en() + "\n";
        response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }
}
