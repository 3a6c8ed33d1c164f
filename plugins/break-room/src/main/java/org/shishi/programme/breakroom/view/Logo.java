package org.shishi.programme.breakroom.view;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.util.Locale;
import java.util.Optional;
import org.shishi.api.file.Attachments;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.programme.breakroom.service.Emblems;

/** The common mark as a picture on a page. */
final class Logo {

    private Logo() {}

    /** @param alt what it is to those who do not see it */
    static Optional<Image> of(ProgrammeContext programme, Attachments attachments, String alt) {
        return Emblems.current(programme, attachments).map(picture -> {
            String name = picture.attachment().name();
            Image image = new Image(
                    DownloadHandler.fromInputStream(event -> new DownloadResponse(
                            attachments.open(
                                    picture.object(), picture.attachment().id()),
                            name,
                            name.toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg",
                            picture.attachment().sizeBytes())),
                    alt);
            image.getStyle().set("max-width", "12rem").set("max-height", "8rem");
            return image;
        });
    }
}
