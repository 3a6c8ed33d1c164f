package org.shishi.shell.profile;

import com.vaadin.flow.component.Html;
import io.nayuki.qrcodegen.QrCode;

/** A QR code as a drawing inside the page: nothing is fetched, nothing is kept. */
final class QrImage {

    private static final int QUIET = 4;
    /** Pixels of a module: a view box would not survive the way through HTML, which knows no capital letters. */
    private static final int PIXELS = 4;

    private static final String MODULE = "h" + PIXELS + "v" + PIXELS + "h-" + PIXELS + "z";

    private QrImage() {}

    static Html of(String text, String label) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append((x + QUIET) * PIXELS)
                            .append(',')
                            .append((y + QUIET) * PIXELS)
                            .append(MODULE);
                }
            }
        }
        int side = (code.size + 2 * QUIET) * PIXELS;
        Html image = new Html("<svg class=\"qr\" role=\"img\" width=\"" + side + "\" height=\"" + side
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
                + "<path fill=\"#000\" d=\"" + path + "\"/></svg>");
        image.getElement().setAttribute("aria-label", label);
        return image;
    }
}
