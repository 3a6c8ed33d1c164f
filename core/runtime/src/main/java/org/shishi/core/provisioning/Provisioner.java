package org.shishi.core.provisioning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Text;
import org.shishi.core.programme.KnownProgrammes;
import org.shishi.core.programme.ProgrammeHost;
import org.shishi.core.programme.ProgrammeIdentity;
import org.shishi.core.programme.SeenProgramme;

/**
 * Keeps what runs equal to what lies in the drop folder, and the drop folder equal to what all nodes have agreed on. One
 * thread decides; each programme and year is exchanged on a lane of its own, so that one that hangs holds up nobody. Only
 * programmes whose jar changed are touched.
 */
@Component(service = Provisioner.class, immediate = true)
public final class Provisioner {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOOKS_PER_QUESTION = 25;
    private static final Duration FIRST_ROUND = Duration.ofMinutes(2);

    private final Bundle framework;
    private final ProgrammeHost host;
    private final KnownProgrammes known;
    private final CoreTexts words;
    private final Incidents incidents;
    private final DropFolder folder;
    private final JarInspection inspection;
    private final ProgrammeBundles bundles;
    private final Exchange exchange;
    private final Convergence convergence;
    private final Lanes lanes;
    private final Guests guests;
    /** How each file looked when it was last acted on: a jar that failed is not tried again until it changes. */
    private final Map<String, DropFolder.Look> acted = new HashMap<>();
    /** Which file stands behind each programme and year. */
    private final Map<String, JarFileInfo> standing = new TreeMap<>();
    /** Every file that is a programme, also those that another one stands for. */
    private List<JarFileInfo> readable = List.of();

    private int looks;
    private boolean beginning;
    private volatile boolean begun;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("shishi-programmes").factory());

    @Activate
    public Provisioner(
            BundleContext context,
            @Reference PlatformInfo platform,
            @Reference ProgrammeHost host,
            @Reference KnownProgrammes known,
            @Reference WantedJars wanted,
            @Reference CoreTexts words,
            @Reference Incidents incidents,
            @Reference Clock clock)
            throws IOException {
        this(context, platform, host, known, wanted, words, incidents, clock, Patience.USUAL, BETWEEN_LOOKS);
    }

    /** @param betweenLooks at the folder */
    Provisioner(
            BundleContext context,
            PlatformInfo platform,
            ProgrammeHost host,
            KnownProgrammes known,
            WantedJars wanted,
            CoreTexts words,
            Incidents incidents,
            Clock clock,
            Patience patience,
            Duration betweenLooks)
            throws IOException {
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        this.host = host;
        this.known = known;
        this.words = words;
        this.incidents = incidents;
        this.folder = new DropFolder(platform.home().resolve("plugins.d"));
        this.inspection = new JarInspection(
                new OfferedPackages(context),
                new TrustedSigners(platform.home().resolve("conf").resolve("signers")),
                words);
        this.bundles = new ProgrammeBundles(context, patience);
        Path cache = platform.home().resolve("cache");
        this.exchange = new Exchange(bundles, host, cache.resolve("programmes"), patience, words, incidents);
        this.guests = new Guests(clock);
        this.lanes = new Lanes(incidents);
        this.convergence =
                new Convergence(wanted, new Agreement(cache.resolve("programmes.agreed")), folder, guests::works);
        worker.scheduleWithFixedDelay(this::look, 0, betweenLooks.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
        lanes.close();
    }

    List<ProgrammeStatus> statuses() {
        List<ProgrammeStatus> all = new ArrayList<>(guests.all());
        known.all().stream()
                .filter(row -> all.stream()
                        .noneMatch(s -> row.edition().id().equals(s.id())
                                && row.edition().year() == s.year()))
                .map(row -> new ProgrammeStatus(
                        row.edition().id(),
                        row.edition().year(),
                        row.version(),
                        ProgrammeStatus.State.REMOVED,
                        row.title(),
                        words.get("plugin.removed"),
                        null,
                        row.changedAt().toInstant()))
                .forEach(all::add);
        return all;
    }

    DropFolder folder() {
        return folder;
    }

    JarInspection inspection() {
        return inspection;
    }

    ProgrammeBundles bundles() {
        return bundles;
    }

    Optional<JarFileInfo> standing(String edition) {
        return ask(() -> Optional.ofNullable(standing.get(edition)));
    }

    /** Does something on the worker's thread and waits for it. */
    <R> R ask(Callable<R> work) {
        try {
            return worker.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the platform is stopping", e);
        }
    }

    /** The folder was changed by the platform itself: act now. Returns when the programme and year has settled. */
    void folderChanged(String edition) {
        ask(() -> {
                    folder.settle();
                    reconcile();
                    return lanes.end(edition);
                })
                .join();
    }

    /** Stops or starts by an administrator's word, which holds over a restart. */
    void switchTo(ProgrammeIdentity.Edition edition, boolean stopped) {
        ask(() -> {
                    JarFileInfo jar = standing.get(edition.toString());
                    if (jar != null) {
                        known.stopped(new ProgrammeIdentity(jar.id(), jar.version()), title(jar), stopped);
                        act(jar);
                    }
                    return lanes.end(edition.toString());
                })
                .join();
    }

    private void begin() {
        quietly(() -> {
            folder.settle();
            Choice choice = look(folder.files());
            boolean sure = readable.size() == folder.files().size();
            if (convergence.converge(choice.chosen(), readable, sure)) {
                folder.settle();
            }
            reconcile();
            exchange.forgetOthers(standing.keySet());
        });
        CompletableFuture<?>[] all = standing.keySet().stream().map(lanes::end).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all)
                .completeOnTimeout(null, FIRST_ROUND.toSeconds(), TimeUnit.SECONDS)
                .thenRun(() -> begun = true);
    }

    /** Whether everything that lay in the folder at the start has been dealt with. */
    boolean begun() {
        return begun;
    }

    /** Programmes start when the platform stands: before that the framework would only note that they are to start. */
    private void look() {
        if (!beginning) {
            if (framework.getState() == Bundle.ACTIVE) {
                beginning = true;
                begin();
            }
            return;
        }
        quietly(() -> {
            if (folder.changed()) {
                reconcile();
            }
            if (++looks % LOOKS_PER_QUESTION == 0) {
                followTheOthers();
                agree();
            }
        });
    }

    /** An administrator may have stopped or started a programme on another node of the same database. */
    private void followTheOthers() {
        for (KnownProgrammes.Known each : known.all()) {
            JarFileInfo jar = standing.get(each.edition().toString());
            if (jar != null && !lanes.busy(jar.edition()) && guests.stopped(jar) != each.stopped()) {
                act(jar);
            }
        }
    }

    /** Tells the other nodes what runs here, and brings here what runs there. */
    private void agree() throws IOException {
        if (convergence.converge(standing, readable, true)) {
            folder.settle();
            reconcile();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void quietly(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            if (!worker.isShutdown()) {
                incidents.report("looking after programmes", e);
            }
        }
    }

    private Choice look(Map<String, DropFolder.Look> files) {
        readable = inspect(files.keySet());
        return Choice.among(readable);
    }

    private void reconcile() {
        Map<String, DropFolder.Look> files = folder.files();
        Choice choice = look(files);
        removeOthers(choice.chosen().keySet());
        guests.retainFiles(files.keySet());
        acted.keySet().retainAll(files.keySet());
        choice.beaten()
                .forEach((jar, winner) -> guests.put(
                        jar,
                        ProgrammeStatus.State.REFUSED,
                        null,
                        words.get(
                                "plugin.beaten", winner.name(), winner.version().toString())));
        choice.chosen().values().forEach(jar -> {
            JarFileInfo before = standing.put(jar.edition(), jar);
            DropFolder.Look look = files.get(jar.name());
            boolean changed = before == null
                    || !before.name().equals(jar.name())
                    || !look.equals(acted.get(jar.name()))
                    || bundles.of(jar.edition()).isEmpty() && !lanes.busy(jar.edition());
            acted.put(jar.name(), look);
            if (changed) {
                act(jar);
            }
        });
    }

    private void removeOthers(Set<String> editions) {
        Set<String> gone = new HashSet<>(bundles.editions());
        gone.addAll(standing.keySet());
        gone.removeAll(editions);
        gone.forEach(edition -> after(lanes.add(edition, () -> exchange.remove(edition))));
        standing.keySet().retainAll(editions);
    }

    private List<JarFileInfo> inspect(Set<String> names) {
        List<JarFileInfo> jars = new ArrayList<>();
        for (String name : names) {
            try {
                jars.add(inspection.inspect(folder.path(name), name));
            } catch (RefusedJar e) {
                keepRunning(name, e.reason()).ifPresent(jars::add);
            } catch (RuntimeException e) {
                // One odd file must not keep the others from being looked at.
                Text reason = words.get("plugin.failed", e.toString(), incidents.report("reading " + name, e));
                keepRunning(name, reason).ifPresent(jars::add);
            }
        }
        return jars;
    }

    /** A file that turned bad under a running programme: the programme stays as it is, and the file says why it is not taken. */
    private Optional<JarFileInfo> keepRunning(String name, Text reason) {
        Optional<JarFileInfo> runs = standing.values().stream()
                .filter(jar -> jar.name().equals(name))
                .findFirst();
        if (runs.isPresent()) {
            acted.put(name, folder.files().get(name));
            guests.put(runs.get(), ProgrammeStatus.State.RUNNING, title(runs.get()), words.get("plugin.kept", reason));
        } else {
            guests.refused(name, reason);
        }
        return runs;
    }

    private void act(JarFileInfo jar) {
        if (!guests.stopped(jar)) {
            guests.put(jar, ProgrammeStatus.State.STARTING, title(jar), null);
        }
        after(lanes.add(jar.edition(), () -> bring(jar)));
    }

    private void bring(JarFileInfo jar) {
        String version = jar.version().toString();
        ProgrammeIdentity.Edition edition = new ProgrammeIdentity.Edition(jar.id(), jar.year());
        if (known.find(edition).map(KnownProgrammes.Known::stopped).orElse(false)) {
            exchange.stop(jar.edition());
            guests.change(jar, version, ProgrammeStatus.State.STOPPED, title(jar), words.get("plugin.stopped"));
            return;
        }
        guests.change(jar, version, ProgrammeStatus.State.STARTING, title(jar), null);
        Exchange.Result result = exchange.bring(jar);
        ProgrammeStatus.State state = result.running() ? ProgrammeStatus.State.RUNNING : ProgrammeStatus.State.FAILED;
        guests.change(jar, result.version(), state, title(jar), result.reason());
    }

    /** The other nodes hear of it at once. */
    private void after(CompletableFuture<Void> change) {
        change.thenRunAsync(() -> quietly(this::agree), task -> {
            if (!worker.isShutdown()) {
                worker.execute(task);
            }
        });
    }

    /** null when it was never known. */
    private Text title(JarFileInfo jar) {
        return bundles.of(jar.edition())
                .flatMap(host::seen)
                .map(SeenProgramme::title)
                .or(() -> known.find(new ProgrammeIdentity.Edition(jar.id(), jar.year()))
                        .map(KnownProgrammes.Known::title))
                .orElse(null);
    }
}
