package org.shishi.core.delivery;

import org.shishi.api.platform.DeliveryChannel;

/** Carries letters over one channel. Called by one thread at a time. */
interface Carrier {

    DeliveryChannel channel();

    /** Whether the operator has set it up. */
    boolean ready();

    /** Returns when the other side has taken the letter over. */
    void carry(Envelope letter) throws UndeliveredException;
}
