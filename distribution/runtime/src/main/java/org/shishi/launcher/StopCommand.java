package org.shishi.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the running process to stop and waits until it has. */
final class StopCommand {

    /** Longer than the process allows itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private StopCommand() {}

    static int run(Home home) {
        Optional<HomeLock.Running> running = HomeLock.running(home);
        if (running.isEmpty()) {
            System.out.println(StatusCommand.notRunning(home).getMessage());
            return 0;
        }
        long pid = running.get().pid();
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new Refusal("The process " + pid + " that uses the home folder " + home.root()
                        + " does not run on this machine."));
        if (!process.destroy()) {
            throw new Refusal("The process " + pid + " belongs to another user and cannot be stopped.");
        }
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            System.out.println("Shishi has stopped (pid " + pid + ").");
            return 0;
        } catch (TimeoutException e) {
            throw new Refusal("The process " + pid + " has not ended within " + PATIENCE.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
