package org.shishi.core.delivery;

import java.time.Clock;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;

/** The channels as the launcher found them in file and environment. */
@Component(service = Carriers.class)
public final class Carriers {

    private final MailCarrier mail;
    private final TextMessageCarrier text;

    @Activate
    public Carriers(BundleContext context, @Reference CoreTexts texts, @Reference Clock clock) {
        mail = new MailCarrier(MailSettings.of(context::getProperty), texts, clock);
        text = TextMessageCarrier.of(context::getProperty, clock);
    }

    List<Carrier> all() {
        return List.of(mail, text);
    }

    @Deactivate
    void stop() {
        mail.close();
    }
}
