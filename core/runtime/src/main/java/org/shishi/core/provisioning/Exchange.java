package org.shishi.core.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.shishi.api.platform.Incidents;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.programme.ProgrammeHost;
import org.shishi.core.programme.SeenProgramme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one programme and year to a jar: installs, exchanges, and goes back to the jar before when the new one fails. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    /** How long a started bundle may take to offer its programme. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** @param reason why not; null when it runs @param wentBack the version that runs instead; null: none */
    record Result(boolean running, Text reason, String wentBack) {}

    private final ProgrammeBundles bundles;
    private final ProgrammeHost host;
    private final Path copies;
    private final Texts words;
    private final Incidents incidents;

    /** @param copies folder for the jars in use, so that deleting one from the drop folder harms nothing that runs */
    Exchange(ProgrammeBundles bundles, ProgrammeHost host, Path copies, Texts words, Incidents incidents)
            throws IOException {
        this.bundles = bundles;
        this.host = host;
        this.copies = Files.createDirectories(copies);
        this.words = words;
        this.incidents = incidents;
    }

    /** The version that the programme's bundle has now; empty when there is none. */
    Optional<String> version(String edition) {
        return bundles.of(edition).map(bundle -> bundle.getVersion().toString());
    }

    Result bring(JarFileInfo jar) {
        Optional<Bundle> before = bundles.of(jar.edition());
        Path copy = copies.resolve(jar.edition().replace('/', '-') + "-" + jar.version() + ".jar");
        Path previous = before.map(
                        bundle -> copies.resolve(jar.edition().replace('/', '-') + "-" + bundle.getVersion() + ".jar"))
                .filter(Files::exists)
                .orElse(null);
        try {
            Path kept = keepPrevious(previous);
            Files.copy(jar.file(), copy, StandardCopyOption.REPLACE_EXISTING);
            Text fault = load(jar.edition(), copy);
            if (fault == null) {
                LOG.info("Programme {} runs.", jar);
                return new Result(true, null, null);
            }
            return kept == null ? failed(jar, fault) : goBack(jar, kept, fault);
        } catch (IOException e) {
            return new Result(false, reported("copying " + jar, e), null);
        }
    }

    /** The same version may come again with other content: the copy in use is put aside first. */
    private static Path keepPrevious(Path previous) throws IOException {
        return previous == null
                ? null
                : Files.copy(
                        previous,
                        previous.resolveSibling(previous.getFileName() + ".previous"),
                        StandardCopyOption.REPLACE_EXISTING);
    }

    private Result failed(JarFileInfo jar, Text fault) {
        LOG.warn("Programme {} does not run: {}", jar, fault.en());
        return new Result(false, fault, null);
    }

    private Result goBack(JarFileInfo jar, Path previous, Text fault) {
        Text again = load(jar.edition(), previous);
        String version = version(jar.edition()).orElse(null);
        LOG.warn("Programme {} does not run: {} Version {} is back.", jar, fault.en(), version);
        return again == null
                ? new Result(true, words.get("plugin.went-back", jar.version().toString(), fault, version), version)
                : new Result(false, fault, null);
    }

    /** @return why it does not run; null when it does */
    private Text load(String edition, Path jar) {
        try {
            Bundle bundle = put(edition, jar);
            bundles.start(bundle);
            return await(bundle);
        } catch (TimeoutException e) {
            return words.get("plugin.start-slow");
        } catch (BundleException e) {
            return e.getType() == BundleException.RESOLVE_ERROR
                    ? words.get("plugin.unresolved", firstLine(e))
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
        host.retire(there.get());
        bundles.stop(there.get());
        bundles.exchange(there.get(), jar);
        return there.get();
    }

    private Text await(Bundle bundle) {
        SeenProgramme seen = host.awaitSettled(bundle, SILENCE);
        return seen.running() ? null : seen.reason();
    }

    /** Stops the bundle and keeps it. */
    void stop(String edition) {
        bundles.of(edition).ifPresent(bundle -> {
            try {
                host.retire(bundle);
                bundles.stop(bundle);
            } catch (BundleException | TimeoutException e) {
                incidents.report("stop of " + edition, e);
            }
        });
    }

    /** Takes the bundle away; the data stays. */
    void remove(String edition) {
        bundles.of(edition).ifPresent(bundle -> {
            try {
                host.retire(bundle);
                bundles.uninstall(bundle);
                LOG.info("Programme {} is gone; its data is kept.", edition);
            } catch (BundleException | TimeoutException e) {
                incidents.report("uninstall of " + edition, e);
            }
        });
    }

    private Text reported(String where, Exception fault) {
        return words.get("plugin.failed", firstLine(fault), incidents.report(where, fault));
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }
}
