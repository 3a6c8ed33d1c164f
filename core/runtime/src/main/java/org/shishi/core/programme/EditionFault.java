package org.shishi.core.programme;

import java.util.List;

/** An edition file that cannot be used, with all its faults. */
final class EditionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EditionFault(List<String> faults) {
        super(String.join("; ", faults), null, false, false);
    }
}
