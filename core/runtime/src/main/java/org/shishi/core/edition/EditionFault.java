package org.shishi.core.edition;

import java.util.List;

/** An edition file that cannot be used, with all its faults. */
public final class EditionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EditionFault(List<String> faults) {
        super(String.join("; ", faults), null, false, false);
    }
}
