package org.shishi.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One process per home. The lock of the operating system is the truth: it goes with its process, however that ends.
 * What stands beside it (pid, address) only says whom to talk to.
 */
final class HomeLock implements AutoCloseable {

    private final Home home;
    private final FileChannel channel;

    private HomeLock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock take(Home home, Address address) {
        try {
            HomeLock lock = tryTake(home)
                    .orElseThrow(() -> new Refusal("The home folder " + home.root()
                            + " is in use by another process"
                            + pid(home).map(p -> " (pid " + p + ")").orElse("")
                            + "; the environment variable " + Home.VARIABLE + " names another one."));
            Files.writeString(pidFile(home), ProcessHandle.current().pid() + "\n");
            Files.writeString(addressFile(home), address.host() + "\n" + address.port() + "\n");
            return lock;
        } catch (IOException e) {
            throw new Refusal("The home folder " + home.root() + " cannot be locked: " + Reason.of(e) + ".");
        }
    }

    /** Empty if no process runs in this home. */
    static Optional<Running> running(Home home) {
        if (Files.notExists(lockFile(home))) {
            return Optional.empty();
        }
        try {
            Optional<HomeLock> free = tryTake(home);
            if (free.isPresent()) {
                free.get().channel.close();
                return Optional.empty();
            }
            String[] address = Files.readString(addressFile(home)).split("\n");
            long pid = pid(home).orElseThrow(() -> new IOException("the file " + pidFile(home) + " is missing"));
            return Optional.of(new Running(pid, new Address(address[0], Integer.parseInt(address[1]))));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal("A process uses the home folder " + home.root() + ", but does not say which: "
                    + e.getMessage() + ".");
        }
    }

    record Running(long pid, Address address) {}

    /** The lock file itself stays: deleting it would let two processes hold two locks. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pidFile(home));
        Files.deleteIfExists(addressFile(home));
        channel.close();
    }

    private static Optional<HomeLock> tryTake(Home home) throws IOException {
        FileChannel channel = FileChannel.open(lockFile(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new HomeLock(home, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as good as by another one.
        }
        channel.close();
        return Optional.empty();
    }

    private static Optional<Long> pid(Home home) {
        try {
            return Optional.of(Long.valueOf(Files.readString(pidFile(home)).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path lockFile(Home home) {
        return home.run().resolve("lock");
    }

    private static Path pidFile(Home home) {
        return home.run().resolve("pid");
    }

    private static Path addressFile(Home home) {
        return home.run().resolve("address");
    }
}
