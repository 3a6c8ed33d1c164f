package org.shishi.core.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.programme.DemoData;

@Timeout(120)
class DemonstrationTest {

    private static final String ANNOUNCED =
            "osgi.service;objectClass:List<String>=\"org.shishi.api.programme.DemoData\"";

    @TempDir
    Path folder;

    private static GuestJar guest(String version) {
        return GuestJar.of("sample", version).behaving("demo").header("Provide-Capability", ANNOUNCED);
    }

    private static void offerCast(House house) {
        house.framework().context().registerService(DemoData.Cast.class, new Nobody(), new Hashtable<>());
    }

    private static Bundle start(House house, GuestJar jar) throws BundleException {
        Bundle bundle = house.framework().install(jar);
        bundle.start();
        assertTrue(house.host().awaitSettled(bundle, Duration.ofSeconds(1)).running());
        return bundle;
    }

    @Test
    void anEmptyProgrammeIsFilledOnceBeforeItCountsAsRunning() throws BundleException {
        try (House house = House.in(folder, true)) {
            offerCast(house);
            Bundle bundle = start(house, guest("2026.1.0"));
            assertEquals(1L, house.count("sample_2026.note"));

            bundle.stop();
            house.execute("delete from sample_2026.note");
            bundle.start();
            assertTrue(house.host().awaitSettled(bundle, Duration.ofSeconds(1)).running());

            assertEquals(0L, house.count("sample_2026.note"), "once per home, whatever became of it");
        }
    }

    @Test
    void aProgrammeWithRowsIsLeftAlone() throws BundleException {
        try (House house = House.in(folder, true)) {
            offerCast(house);
            start(
                    house,
                    guest("2026.1.0")
                            .file(
                                    "db/migration/V2__row.sql",
                                    "insert into note values ('00000000-0000-0000-0000-000000000001', 'x');"));

            assertEquals(1L, house.count("sample_2026.note"));
        }
    }

    @Test
    void outsideADemonstrationNothingIsInvented() throws BundleException {
        try (House house = House.in(folder, false)) {
            offerCast(house);
            start(house, guest("2026.1.0"));

            assertEquals(0L, house.count("sample_2026.note"));
        }
    }

    private static final class Nobody implements DemoData.Cast {

        @Override
        public Caller as(Role role, Organisation organisation) {
            return null;
        }

        @Override
        public RandomGenerator random() {
            return RandomGenerator.getDefault();
        }
    }
}
