package org.shishi.core.delivery;

/** The other side did not take a letter; the message is what it said, without addresses or passwords. */
final class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    UndeliveredException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
