package org.shishi.itest.breakroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Retention;
import org.shishi.api.platform.SignIn;
import org.shishi.testbed.container.InContainer;
import org.shishi.testbed.container.Service;
import org.shishi.testbed.product.Product;

/** The contacts of break rooms stand in the preview of what ends: for how long, how many, and not yet. */
@InContainer(Product.Demo.class)
class ContactRetentionIT {

    @Test
    void rooms_sheets_and_checks_say_for_how_long(@Service Retention retention, @Service SignIn signIn) {
        Caller approver = signIn.signIn("demo-city-approver", "shishi-demo", "127.0.0.1");

        Awaitility.await("demonstration data")
                .atMost(Duration.ofSeconds(60))
                .until(() -> contacts(retention.preview(approver)).stream()
                                .filter(rule -> rule.persons() > 0)
                                .count()
                        == 3);
        Retention.Preview preview = retention.preview(approver);
        List<Retention.Rule> contacts = contacts(preview);
        assertEquals(3, contacts.size(), contacts.toString());
        contacts.forEach(rule -> assertEquals(3, rule.years(), rule.toString()));
        assertEquals(0, preview.contacts(), "the year is open");
        assertEquals(List.of(), preview.away());
    }

    private static List<Retention.Rule> contacts(Retention.Preview preview) {
        return preview.rules().stream()
                .filter(rule -> rule.contacts() && rule.programmeId().equals("break-room") && rule.year() == 2024)
                .toList();
    }
}
