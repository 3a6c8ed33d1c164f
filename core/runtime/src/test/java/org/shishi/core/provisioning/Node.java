package org.shishi.core.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.platform.ProgrammeStatus.State;
import org.shishi.core.programme.GuestJar;
import org.shishi.core.programme.House;
import org.shishi.core.sample.Await;

/** A house with its provisioner and its drop folder. */
final class Node implements AutoCloseable {

    private final Path home;
    private final House house;
    private Provisioning provisioning;

    Node(Path home, House house) {
        this.home = home;
        this.house = house;
        provisioning = Provisioning.in(house);
    }

    House house() {
        return house;
    }

    Provisioning provisioning() {
        return provisioning;
    }

    /** @param meanwhile done while it is off */
    void restart(Work meanwhile) throws IOException {
        provisioning.close();
        house.restart();
        meanwhile.run();
        provisioning = Provisioning.in(house);
    }

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    Path file(String name) {
        return home.resolve("plugins.d").resolve(name);
    }

    Path drop(String name, GuestJar jar) throws IOException {
        return drop(name, jar.bytes());
    }

    Path drop(String name, byte[] content) throws IOException {
        Path beside = Files.write(file("." + name + ".part"), content);
        return Files.move(beside, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("plugins.d"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    Optional<ProgrammeStatus> status(String file) {
        return provisioning.statuses().stream()
                .filter(status -> file.equals(status.file()))
                .findFirst();
    }

    ProgrammeStatus await(String file, Predicate<ProgrammeStatus> wanted) {
        Await.until(
                file + " in " + provisioning.statuses(),
                () -> status(file).filter(wanted).isPresent());
        return status(file).orElseThrow();
    }

    ProgrammeStatus awaitRunning(String file, String version) {
        return await(
                file,
                status -> status.state() == State.RUNNING && status.version().equals(version));
    }

    /** What is open, by name and version. */
    List<String> live() {
        try {
            return house.framework().context().getServiceReferences(LiveProgramme.class, null).stream()
                    .map(reference ->
                            reference.getProperty("programme.id") + " " + reference.getProperty("programme.version"))
                    .sorted()
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        provisioning.close();
        house.close();
    }
}
