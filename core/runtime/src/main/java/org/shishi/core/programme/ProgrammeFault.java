package org.shishi.core.programme;

import org.shishi.api.text.Text;

/** Why a programme cannot be opened, in words for an administrator. */
public final class ProgrammeFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    ProgrammeFault(Text reason, Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}
