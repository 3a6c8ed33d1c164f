package org.shishi.core.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.shishi.api.platform.DeliveryChannel;

/** Text messages over whatever gateway the operator has: a file that one picks up, or an HTTP address that takes them. */
abstract class TextMessageCarrier implements Carrier {

    /** {@code shishi.sms.url} wins over {@code shishi.sms.folder}; neither: not set up. */
    static TextMessageCarrier of(UnaryOperator<String> property, Clock clock) {
        String url = text(property.apply("shishi.sms.url"));
        String folder = text(property.apply("shishi.sms.folder"));
        if (!url.isEmpty()) {
            return new HttpTextMessages(url, text(property.apply("shishi.sms.token")));
        }
        return new FiledTextMessages(folder.isEmpty() ? null : Path.of(folder), clock);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    @Override
    public final DeliveryChannel channel() {
        return DeliveryChannel.TEXT_MESSAGE;
    }

    static String words(Envelope letter) {
        return letter.items().getFirst().body();
    }
}
