package org.shishi.shell.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import org.shishi.kit.component.Ticker;

/** A page that looks every few seconds, while it is open, whether what it shows has changed. */
public abstract class FollowingPage extends ShellPage implements BeforeEnterObserver {

    protected final Div content = new Div();
    private transient Registration ticking;

    /** @param name of its texts: {@code name.title} and {@code name.lead} */
    protected FollowingPage(String name, Ticker ticker, Duration period) {
        super(name + ".title");
        lead(name + ".lead");
        content.addClassName("stack");
        add(content);
        addAttachListener(e -> ticking = ticker.every(period, e.getUI(), this::follow));
        addDetachListener(e -> ticking.remove());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    /** Fills {@link #content} anew. */
    protected abstract void show();

    /** Looks, and shows only what has changed, so that nobody's focus is lost to a clock. */
    protected abstract void follow();
}
