package org.shishi.core.provisioning;

import org.shishi.api.text.Text;

/** A jar that the platform does not take, and why, in words for an administrator. */
final class RefusedJar extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    RefusedJar(Text reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
