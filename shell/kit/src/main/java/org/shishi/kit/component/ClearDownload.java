package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.Icon;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Downloads a file with personal data in clear: asks what for, and hands the reason to the door that writes the audit entry.
 * Without it the same file is masked ({@link Downloads}). Offer it to those only who may unmask; the door asks again.
 */
public final class ClearDownload extends Button {

    /** Writes the file; called on a request thread without the session's lock. */
    @FunctionalInterface
    public interface Content {
        void write(String reason, OutputStream out) throws IOException;
    }

    /**
     * @param text of the button
     * @param fileName of the download
     * @param type its media type
     * @param refusals how refusals are put into words
     */
    public ClearDownload(String text, String fileName, String type, Content content, RefusalWords refusals) {
        super(text, new Icon("vaadin:eye"));
        addClickListener(e -> new ActionDialog(text, t("download.clear.effect"), t("download.clear.verb"))
                .reasonRequired(t("reveal.reason"))
                .open(answer -> begin(answer.reason(), fileName, type, content), refusals));
    }

    /** A link that nobody sees, followed at once; it goes when the file is written: each file asks for its own reason. */
    private static void begin(String reason, String fileName, String type, Content content) {
        UI ui = UI.getCurrent();
        Anchor[] link = new Anchor[1];
        link[0] = Downloads.link("", () -> fileName, type, out -> {
            try {
                content.write(reason, out);
            } finally {
                ui.access(() -> link[0].removeFromParent());
            }
        });
        begin(ui, link[0]);
    }

    private static void begin(UI ui, Anchor link) {
        link.getElement().setAttribute("hidden", true);
        link.getElement().setAttribute("aria-hidden", "true");
        ui.add(link);
        link.getElement().executeJs("this.click()");
    }
}
