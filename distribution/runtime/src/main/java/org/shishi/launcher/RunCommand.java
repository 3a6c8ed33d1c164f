package org.shishi.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the platform in this process until somebody stops it. */
final class RunCommand {

    private final Home home;
    private final Distribution distribution;
    private final Options options;
    private final Instant begun = Instant.now();

    RunCommand(Home home, Distribution distribution, Options options) {
        this.home = home;
        this.distribution = distribution;
        this.options = options;
    }

    int run(Map<String, String> environment) {
        home.prepare(distribution.settingsTemplate());
        Configuration configuration = Configuration.read(home, environment);
        // First the lock: of two processes in one home, the second must hear of the home, not of the port.
        HomeLock lock = HomeLock.take(home, configuration.address());
        FreePort.require(configuration);
        ShippedProgrammes.deliver(distribution.programmes(), home);
        Logs.to(home, !options.background());
        Logger log = LoggerFactory.getLogger(RunCommand.class);
        try {
            log.info("Shishi {} starts in {}", distribution.version(), home.root());
            serve(configuration, lock);
            return 0;
        } catch (IllegalStateException e) {
            log.error("Shishi does not start", e);
            throw e;
        } catch (IOException e) {
            throw new Refusal("The home folder " + home.root() + " cannot be used: " + Reason.of(e) + ".");
        }
    }

    private void serve(Configuration configuration, HomeLock lock) throws IOException {
        var bundles = distribution.bundles();
        Platform platform = Platform.init(FrameworkSettings.of(configuration, options.demo(), bundles.lastKey()));
        Shutdown shutdown = new Shutdown(platform, AdminSocket.open(home, platform.context()), lock);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "shishi-stop"));
        Console console = new Console();
        console.register(platform.context());
        LogServices.register(platform.context());
        AdminCommands.offerOwn(platform.context());
        try {
            platform.start(bundles);
            Ready ready = new Ready(configuration.address(), console, platform);
            if (ready.await()) {
                welcome(configuration, console);
                ready.awaitEnd();
            }
        } catch (Refusal | IllegalStateException e) {
            // Told to stop in the middle of the start, of course it does not succeed.
            if (!shutdown.hasBegun()) {
                throw e;
            }
        }
    }

    private void welcome(Configuration configuration, Console console) {
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "Shishi %s is ready after %.1f seconds: %s/%n",
                distribution.version(),
                seconds,
                configuration.address().url());
        System.out.println("Data, logs and configuration are in " + home.root());
        console.open();
        if (options.background()) {
            System.out.println("To stop it: " + distribution.script() + " stop");
            // The other end is the start command, which waits for this.
            System.out.close();
        } else {
            System.out.println("To stop it: Ctrl-C");
            System.out.println();
        }
    }
}
