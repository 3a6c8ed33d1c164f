package org.shishi.core.provisioning;

/** A bundle's own code does not come back, not even when it is interrupted: nothing can be done with that bundle. */
final class StuckException extends Exception {

    private static final long serialVersionUID = 1L;

    StuckException(String what) {
        super(what);
    }
}
