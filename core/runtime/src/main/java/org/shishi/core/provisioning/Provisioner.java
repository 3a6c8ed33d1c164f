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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
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

/**
 * Keeps what runs equal to what lies in the drop folder, and the drop folder equal to what all nodes have agreed on. One
 * thread decides; each programme and year is exchanged on a lane of its own, so that one that hangs holds up nobody. Only
 * programmes whose jar changed are touched.
 */
@Component(service = Provisioner.class, immediate = true)
public final class Provisioner {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOOKS_PER_QUESTION = 25;
    /** Mostly they need seconds; one that hangs keeps its own pages away (503), not for long the node. */
    private static final Duration FIRST_ROUND = Duration.ofSeconds(30);

    private final Bundle framework;
    private final KnownProgrammes known;
    private final CoreTexts words;
    private final DropFolder folder;
    private final JarInspection inspection;
    private final ProgrammeBundles bundles;
    private final Exchange exchange;
    private final Bringing bringing;
    private final Convergence convergence;
    private final Lanes lanes;
    private final Guests guests;
    private final Overview overview;
    private final FolderReader reader;
    private final Worker worker;
    /** How each file looked when it was last acted on: a jar that failed is not tried again until it changes. */
    private final Map<String, DropFolder.Look> acted = new HashMap<>();
    /** Which file stands behind each programme and year. Changed by the worker, read by the lanes. */
    private final Map<String, JarFileInfo> standing = new ConcurrentSkipListMap<>();
    /** Files that are gone while what stood for them is still being taken away. */
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    /** What lies in the folder, also files that another one stands for. */
    private FolderReader.Reading reading = new FolderReader.Reading(List.of(), Map.of());

    private int looks;
    private boolean beginning;
    private volatile boolean begun;

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
        this.known = known;
        this.words = words;
        this.folder = new DropFolder(platform.home().resolve("plugins.d"));
        this.inspection = new JarInspection(
                new OfferedPackages(context),
                new TrustedSigners(platform.home().resolve("conf").resolve("signers")),
                words);
        this.bundles = new ProgrammeBundles(context, patience);
        Path cache = platform.home().resolve("cache");
        this.exchange = new Exchange(bundles, host, cache.resolve("programmes"), patience, words, incidents);
        this.guests = new Guests(clock);
        this.bringing = new Bringing(bundles, host, known, exchange, guests, words, this::stands);
        this.lanes = new Lanes(incidents);
        this.convergence =
                new Convergence(wanted, new Agreement(cache.resolve("programmes.agreed")), folder, guests::works);
        this.overview = new Overview(guests, known, words);
        this.reader = new FolderReader(folder, inspection, words, incidents);
        this.worker = new Worker(incidents);
        worker.again(this::look, betweenLooks);
    }

    @Deactivate
    void stop() {
        worker.close();
        lanes.close();
    }

    List<ProgrammeStatus> statuses() {
        return overview.statuses();
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
        return worker.ask(() -> Optional.ofNullable(standing.get(edition)));
    }

    /** The folder was changed by the platform itself: act now. Returns when the programme and year has settled. */
    void folderChanged(String edition) {
        worker.ask(() -> {
                    folder.settle();
                    reconcile();
                    return lanes.end(edition);
                })
                .join();
    }

    /** Stops or starts by an administrator's word, which holds over a restart. */
    void switchTo(ProgrammeIdentity.Edition edition, boolean stopped) {
        worker.ask(() -> {
                    JarFileInfo jar = standing.get(edition.toString());
                    if (jar != null) {
                        bringing.note(jar, stopped);
                        act(jar);
                    }
                    return lanes.end(edition.toString());
                })
                .join();
    }

    private void begin() throws IOException {
        folder.settle();
        Choice choice = read();
        if (convergence.converge(
                choice.chosen(), reading.programmes(), reading.refused().isEmpty())) {
            folder.settle();
        }
        exchange.forgetOthers(choice.chosen().keySet());
        reconcile();
    }

    /** A programme that takes too long does not keep the platform from being ready. */
    private void sayWhenBegun() {
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
    private void look() throws IOException {
        if (!beginning) {
            if (standsAlready()) {
                beginning = true;
                try {
                    begin();
                } finally {
                    sayWhenBegun();
                }
            }
            return;
        }
        if (folder.changed()) {
            reconcile();
        }
        if (++looks % LOOKS_PER_QUESTION == 0) {
            followTheOthers();
            agree();
        }
    }

    private boolean standsAlready() {
        FrameworkStartLevel level = framework.adapt(FrameworkStartLevel.class);
        return framework.getState() == Bundle.ACTIVE && level.getStartLevel() >= level.getInitialBundleStartLevel();
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
        if (convergence.converge(standing, reading.programmes(), true)) {
            folder.settle();
            reconcile();
        }
    }

    private Choice read() {
        reading = reader.read();
        List<JarFileInfo> jars = new ArrayList<>(reading.programmes());
        reading.refused().forEach((name, reason) -> keepRunning(name, reason).ifPresent(jars::add));
        return Choice.among(jars);
    }

    private void reconcile() {
        Map<String, DropFolder.Look> files = folder.files();
        Choice choice = read();
        removeOthers(choice.chosen().keySet());
        Set<String> shown = new HashSet<>(files.keySet());
        shown.addAll(leaving);
        guests.retainFiles(shown);
        acted.keySet().retainAll(files.keySet());
        choice.beaten().forEach((jar, winner) -> {
            Text reason =
                    words.get("plugin.beaten", winner.name(), winner.version().toString());
            guests.put(jar, ProgrammeStatus.State.REFUSED, null, reason);
            reader.tell(jar.name(), reason);
        });
        choice.chosen().values().forEach(jar -> {
            JarFileInfo before = standing.put(jar.edition(), jar);
            DropFolder.Look look = files.get(jar.name());
            boolean sameFile = before != null && before.name().equals(jar.name());
            if (!look.equals(acted.put(jar.name(), look)) || !sameFile) {
                reader.taken(jar.name());
                act(jar);
            }
        });
    }

    private void removeOthers(Set<String> editions) {
        Set<String> gone = new HashSet<>(bundles.editions());
        gone.addAll(standing.keySet());
        gone.removeAll(editions);
        for (String edition : gone) {
            JarFileInfo jar = standing.remove(edition);
            if (jar != null) {
                leaving.add(jar.name());
            }
            after(lanes.add(edition, () -> {
                exchange.remove(edition);
                if (jar != null) {
                    left(jar.name());
                }
            }));
        }
    }

    /** Only now is it gone for all to see; unless a file of that name is back already. */
    private void left(String name) {
        leaving.remove(name);
        if (standing.values().stream().noneMatch(jar -> jar.name().equals(name))) {
            guests.forget(name);
        }
    }

    /** A file that turned bad under a programme: the programme stays as it is, and the file says why it is not taken. */
    private Optional<JarFileInfo> keepRunning(String name, Text reason) {
        Optional<JarFileInfo> stands = standing.values().stream()
                .filter(jar -> jar.name().equals(name))
                .findFirst();
        if (stands.isPresent()) {
            acted.put(name, folder.files().get(name));
            guests.kept(name, words.get("plugin.kept", reason));
        } else {
            guests.refused(name, reason);
        }
        return stands;
    }

    private void act(JarFileInfo jar) {
        if (!guests.stopped(jar)) {
            guests.put(jar, ProgrammeStatus.State.STARTING, bringing.title(jar), null);
        }
        after(lanes.add(jar.edition(), () -> bringing.bring(jar)));
    }

    private boolean stands(JarFileInfo jar) {
        return jar.equals(standing.get(jar.edition()));
    }

    /** The other nodes hear of it at once. */
    private void after(CompletableFuture<Void> change) {
        worker.after(change, this::agree);
    }
}
