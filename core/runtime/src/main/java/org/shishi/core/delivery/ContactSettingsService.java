package org.shishi.core.delivery;

import static org.shishi.api.platform.DeliveryChannel.EMAIL;
import static org.shishi.api.platform.DeliveryChannel.TEXT_MESSAGE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.Email;
import org.shishi.api.people.Phone;
import org.shishi.api.platform.ContactSettings;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.Keys;
import org.shishi.core.delivery.Contacts.Contact;
import org.shishi.core.persistence.CoreDatabase;

/** A person's own settings. The log says that they changed, never to what. */
@Component
public final class ContactSettingsService implements ContactSettings {

    private static final int LONGEST_ADDRESS = 254;

    private final CoreDatabase database;
    private final Contacts contacts;
    private final List<Carrier> carriers;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public ContactSettingsService(
            @Reference CoreDatabase database,
            @Reference Keys keys,
            @Reference Carriers carriers,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(database, keys, carriers.all(), audit, clock);
    }

    ContactSettingsService(CoreDatabase database, Keys keys, List<Carrier> carriers, Audit audit, Clock clock) {
        this.database = database;
        this.contacts = new Contacts(new FieldCipher(keys));
        this.carriers = carriers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<DeliveryChannel> offered() {
        Set<DeliveryChannel> offered = EnumSet.noneOf(DeliveryChannel.class);
        carriers.stream().filter(Carrier::ready).map(Carrier::channel).forEach(offered::add);
        return offered;
    }

    @Override
    public Settings mine(Caller caller) {
        return settings(database.read(handle -> contacts.of(handle, caller.accountId())));
    }

    private static Settings settings(Map<DeliveryChannel, Contact> found) {
        Contact none = new Contact("", false, false);
        Contact email = found.getOrDefault(EMAIL, none);
        Contact mobile = found.getOrDefault(TEXT_MESSAGE, none);
        return new Settings(email.address(), email.active(), email.digest(), mobile.address(), mobile.active());
    }

    @Override
    public Settings save(Caller caller, Settings changed) {
        Contact email = new Contact(Normal.text(changed.email()), changed.byEmail(), changed.digest());
        Contact mobile = new Contact(Normal.text(changed.mobile()), changed.byTextMessage(), false);
        List<Violation> refusals = new ArrayList<>();
        if (wanted(email)) {
            Email.check("email", email.address()).ifPresent(refusals::add);
            if (email.address().length() > LONGEST_ADDRESS) {
                refusals.add(Violation.of("CORE-EMAIL", "email"));
            }
        }
        String number = Phone.mobile(mobile.address()).orElse("");
        if (wanted(mobile) && number.isEmpty()) {
            refusals.add(Violation.of("CORE-PHONE", "mobile"));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        Contact normal = new Contact(number, mobile.active(), false);
        Instant now = clock.instant();
        return database.transact(handle -> {
            contacts.put(handle, caller.accountId(), EMAIL, wanted(email) ? email : null, now);
            contacts.put(handle, caller.accountId(), TEXT_MESSAGE, wanted(normal) ? normal : null, now);
            audit.write(caller, "account.contact", "account/" + caller.accountId(), null, Map.of());
            return settings(contacts.of(handle, caller.accountId()));
        });
    }

    /** An address alone is kept for later; a channel alone lacks its address. */
    private static boolean wanted(Contact contact) {
        return contact.active() || !contact.address().isEmpty();
    }
}
