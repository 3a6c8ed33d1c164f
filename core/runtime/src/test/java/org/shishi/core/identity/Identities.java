package org.shishi.core.identity;

import java.time.Clock;
import org.shishi.api.audit.Audit;
import org.shishi.api.organisation.Organisations;
import org.shishi.core.crypto.FieldCipher;
import org.shishi.core.crypto.TestKeys;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.sample.Defaults;
import org.shishi.core.setup.TestCity;
import org.shishi.core.text.CoreMessages;

/** The services of this package over a test's city, with cheap passwords; second factors are optional unless said. */
public final class Identities {

    private Identities() {}

    public static AccountsService accounts(TestCity city) {
        return new AccountsService(city.database, city.organisations, city.audit, city.clock, TestCity.PASSWORDS);
    }

    public static AccountBatch batch(TestCity city) {
        return new AccountBatch(city.organisations, city.audit, city.clock, TestCity.PASSWORDS);
    }

    public static DeputiesService deputies(TestCity city) {
        return new DeputiesService(
                city.database,
                city.organisations,
                city.audit,
                city.clock,
                new PostOffice(city.database, city.clock, new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class))),
                new CoreMessages());
    }

    public static SignInService signIn(TestCity city) {
        return signIn(city, factors(city, false));
    }

    /** With passwords as they are made outside of tests. */
    public static SignInService signIn(CoreDatabase database, Organisations organisations, Audit audit, Clock clock) {
        return new SignInService(
                database,
                organisations,
                audit,
                clock,
                new PasswordHash(),
                new Factors(new FieldCipher(new TestKeys()), clock, false));
    }

    static SignInService signIn(TestCity city, Factors factors) {
        return new SignInService(
                city.database, city.organisations, city.audit, city.clock, TestCity.PASSWORDS, factors);
    }

    static Factors factors(TestCity city, boolean required) {
        return new Factors(new FieldCipher(city.keys), city.clock, required);
    }
}
