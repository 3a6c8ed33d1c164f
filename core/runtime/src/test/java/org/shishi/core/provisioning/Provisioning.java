package org.shishi.core.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.core.programme.House;
import org.shishi.core.programme.ProgrammeIdentity;
import org.shishi.core.sample.Await;
import org.shishi.core.text.CoreMessages;

/** A provisioner in a house. */
final class Provisioning implements AutoCloseable {

    private final Provisioner provisioner;

    private Provisioning(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    static Provisioning in(House house) {
        try {
            Provisioner provisioner = new Provisioner(
                    house.framework().context(),
                    house.platform(),
                    house.host(),
                    house.known(),
                    new WantedJars(house.database(), house.clock()),
                    new CoreMessages(),
                    house.incidents(),
                    house.clock(),
                    new Patience(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(1)),
                    Duration.ofMillis(20));
            Await.until("begun", provisioner::begun);
            return new Provisioning(provisioner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Provisioner provisioner() {
        return provisioner;
    }

    List<ProgrammeStatus> statuses() {
        return provisioner.statuses();
    }

    Optional<Bundle> bundle(String edition) {
        return provisioner.bundles().of(edition);
    }

    void switchTo(String id, int year, boolean stopped) {
        provisioner.switchTo(new ProgrammeIdentity.Edition(id, year), stopped);
    }

    @Override
    public void close() {
        provisioner.stop();
    }
}
