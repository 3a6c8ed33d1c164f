package org.shishi.kit.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Does something on an open page again and again, by push. An OSGi service; thread-safe. */
@ProviderType
public interface Ticker {

    /**
     * Runs the work on the page's UI thread, never twice at once; ends with the page, or when the registration is
     * removed (in {@code onDetach}, at the latest).
     */
    Registration every(Duration period, UI ui, Command work);
}
