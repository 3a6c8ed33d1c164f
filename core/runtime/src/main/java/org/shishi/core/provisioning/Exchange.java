package org.shishi.core.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.shishi.api.platform.Incidents;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.programme.ProgrammeHost;
import org.shishi.core.programme.SeenProgramme;
import org.shishi.core.text.Reasons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one programme and year to a jar: installs, exchanges, and goes back to the jar that ran last when the new one
 * does not come up. What ran last is kept aside, so deleting a jar from the drop folder harms nothing that runs, and
 * going back works over a restart too.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String RAN = ".jar";
    private static final String NEXT = ".next.jar";

    /** @param reason why not, or why another version; null when all is well @param version that runs */
    record Result(boolean running, Text reason, String version) {}

    private final ProgrammeBundles bundles;
    private final ProgrammeHost host;
    private final Path copies;
    private final Patience patience;
    private final Texts words;
    private final Incidents incidents;

    /**
     * @param copies folder for the jars in use
     */
    Exchange(
            ProgrammeBundles bundles,
            ProgrammeHost host,
            Path copies,
            Patience patience,
            Texts words,
            Incidents incidents)
            throws IOException {
        this.bundles = bundles;
        this.host = host;
        this.copies = Files.createDirectories(copies);
        this.patience = patience;
        this.words = words;
        this.incidents = incidents;
    }

    Result bring(JarFileInfo jar) {
        Optional<Bundle> there = bundles.of(jar.edition());
        Optional<String> others = there.flatMap(bundles::notAlone);
        if (others.isPresent()) {
            return new Result(
                    running(there.get()),
                    words.get("plugin.not-alone", others.get()),
                    there.get().getVersion().toString());
        }
        try {
            Path next = copy(jar.edition(), NEXT);
            Files.copy(jar.file(), next, StandardCopyOption.REPLACE_EXISTING);
            if (!FileDigest.of(next).equals(jar.digest())) {
                // Another file lies there by now, which nobody has looked at: nothing is touched until somebody has.
                return new Result(
                        there.filter(this::running).isPresent(),
                        words.get("plugin.changed"),
                        there.map(Bundle::getVersion).orElse(jar.version()).toString());
            }
            Text fault = load(jar.edition(), next);
            if (fault != null) {
                return goBack(jar, fault);
            }
            Files.move(
                    next,
                    copy(jar.edition(), RAN),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return new Result(true, null, jar.version().toString());
        } catch (IOException e) {
            return new Result(
                    false, reported("copying " + jar, e), jar.version().toString());
        }
    }

    private Result goBack(JarFileInfo jar, Text fault) {
        String wanted = jar.version().toString();
        Path ran = copy(jar.edition(), RAN);
        if (Files.exists(ran) && load(jar.edition(), ran) == null) {
            String back = bundles.of(jar.edition()).orElseThrow().getVersion().toString();
            LOG.warn("Programme {} does not run: {} Version {} is back.", jar, fault.en(), back);
            return new Result(true, words.get("plugin.went-back", wanted, fault, back), back);
        }
        LOG.warn("Programme {} does not run: {}", jar, fault.en());
        // Nothing of a programme that is not open should be about.
        stop(jar.edition());
        return new Result(false, fault, wanted);
    }

    private boolean running(Bundle bundle) {
        return host.seen(bundle).filter(SeenProgramme::running).isPresent();
    }

    private Path copy(String edition, String ending) {
        return copies.resolve(edition.replace('/', '-') + ending);
    }

    /** @return why it does not run; null when it does */
    private Text load(String edition, Path jar) {
        try {
            Bundle bundle = put(edition, jar);
            bundles.start(bundle);
            return await(bundle);
        } catch (TimeoutException e) {
            return words.get("plugin.start-slow", patience.call().toSeconds());
        } catch (StuckException e) {
            leaveBehind(edition, e);
            return words.get("plugin.stuck", patience.call().toSeconds());
        } catch (BundleException e) {
            return e.getType() == BundleException.RESOLVE_ERROR
                    ? words.get("plugin.unresolved", Reasons.firstLine(e))
                    : reported("start of " + edition, e);
        } catch (IOException | RuntimeException e) {
            return reported("start of " + edition, e);
        }
    }

    private Bundle put(String edition, Path jar) throws BundleException, IOException, TimeoutException {
        Optional<Bundle> there = bundles.of(edition);
        if (there.isEmpty()) {
            return bundles.install(edition, jar);
        }
        try {
            host.retire(there.get());
            bundles.stop(there.get());
            bundles.exchange(there.get(), jar);
            return there.get();
        } catch (StuckException e) {
            // The new one need not wait for the old one's end.
            leaveBehind(edition, e);
            return bundles.install(edition, jar);
        }
    }

    /** Takes a bundle that hangs out of everything. */
    private void leaveBehind(String edition, StuckException stuck) {
        bundles.of(edition).ifPresent(bundle -> {
            LOG.warn("{} hangs ({}) and is left behind", bundle, stuck.getMessage());
            host.bar(bundle);
            bundles.leaveBehind(edition);
        });
    }

    private Text await(Bundle bundle) {
        SeenProgramme seen = host.awaitSettled(bundle, patience.silence());
        return seen.running() ? null : seen.reason();
    }

    /** Stops the bundle and keeps it. */
    void stop(String edition) {
        bundles.of(edition).ifPresent(bundle -> {
            try {
                host.retire(bundle);
                bundles.stop(bundle);
            } catch (StuckException e) {
                leaveBehind(edition, e);
            } catch (BundleException | TimeoutException e) {
                incidents.report("stop of " + edition, e);
            }
        });
    }

    /** Takes the bundle away and forgets its jar; the data stays. */
    void remove(String edition) {
        forget(edition);
        bundles.of(edition).ifPresent(bundle -> {
            try {
                host.retire(bundle);
                bundles.uninstall(bundle);
                LOG.info("Programme {} is gone; its data is kept.", edition);
            } catch (StuckException e) {
                leaveBehind(edition, e);
            } catch (BundleException | TimeoutException e) {
                incidents.report("uninstall of " + edition, e);
            }
        });
    }

    /** Forgets what ran of programmes that were taken away while the platform was off. */
    void forgetOthers(Collection<String> editions) {
        // A lane may be copying its next jar just now.
        Set<Path> wanted = editions.stream()
                .flatMap(edition -> Stream.of(copy(edition, RAN), copy(edition, NEXT)))
                .collect(Collectors.toSet());
        try (Stream<Path> kept = Files.list(copies)) {
            for (Path file : kept.filter(file -> !wanted.contains(file)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            incidents.report("tidying " + copies, e);
        }
    }

    private void forget(String edition) {
        try {
            Files.deleteIfExists(copy(edition, RAN));
            Files.deleteIfExists(copy(edition, NEXT));
        } catch (IOException e) {
            incidents.report("tidying " + copies, e);
        }
    }

    private Text reported(String where, Exception fault) {
        return words.get("plugin.failed", Reasons.firstLine(fault), incidents.report(where, fault));
    }
}
