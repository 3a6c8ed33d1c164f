package org.shishi.api.platform;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.Mask;

/** Where and how a person wants to be told, by the person alone. Addresses are kept encrypted. */
@ProviderType
public interface ContactSettings {

    /**
     * @param email own address in clear; empty: none
     * @param byEmail notices go there, too
     * @param digest as one letter each morning instead of one for each notice
     * @param mobile own number in clear; empty: none
     * @param byTextMessage the few notices that are worth one go there, too; never between 21:00 and 08:00
     */
    record Settings(String email, boolean byEmail, boolean digest, String mobile, boolean byTextMessage) {

        /** Masked. */
        @Override
        public String toString() {
            return "Settings[" + Mask.email(email) + " " + Mask.mobile(mobile) + "]";
        }
    }

    /** Channels that the operator has set up; what is chosen for another one waits until it is. */
    Set<DeliveryChannel> offered();

    Settings mine(Caller caller);

    /**
     * @return as kept, normalised
     * @throws org.shishi.api.rule.RefusedException {@code CORE-EMAIL}, {@code CORE-PHONE}: also for a channel chosen
     *     without an address
     */
    Settings save(Caller caller, Settings changed);
}
