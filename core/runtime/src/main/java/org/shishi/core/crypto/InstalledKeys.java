package org.shishi.core.crypto;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.platform.OperatorConsole;
import org.shishi.core.setup.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys from the property {@code shishi.keys.<purpose>}, else the environment variable {@code SHISHI_KEYS_<PURPOSE>}, else
 * the file {@code conf/keys/<purpose>.keys} of the home, which is made at the first start. A database that was written
 * with other keys stops the start: going on would leave data that half of the nodes cannot read.
 */
@Component(service = {Keys.class, InstalledKeys.class})
public final class InstalledKeys implements Keys {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledKeys.class);

    private final Map<KeyPurpose, KeyRing> rings = new ConcurrentHashMap<>();
    private final CoreDatabase database;
    private final Clock clock;
    private final String node;
    private final UnaryOperator<String> property;
    private final UnaryOperator<String> environment;
    private ScheduledExecutorService watch;
    private boolean failing;
    private final OperatorConsole console;
    private final Path home;
    private final KeyCheck check;

    @Activate
    public InstalledKeys(
            BundleContext context,
            @Reference PlatformInfo platform,
            @Reference Installation installation,
            @Reference CoreDatabase database,
            @Reference OperatorConsole console,
            @Reference Clock clock) {
        this(
                installation,
                platform.home(),
                platform.node(),
                context::getProperty,
                System::getenv,
                database,
                console,
                clock);
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("shishi-keys").factory());
        watch.scheduleWithFixedDelay(this::quietly, 1, 1, TimeUnit.SECONDS);
    }

    /** @param installation claimed before any key is made */
    InstalledKeys(
            Installation installation,
            Path home,
            String node,
            UnaryOperator<String> property,
            UnaryOperator<String> environment,
            CoreDatabase database,
            OperatorConsole console,
            Clock clock) {
        this.console = console;
        this.home = home;
        this.check = new KeyCheck(database, clock);
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.property = property;
        this.environment = environment;
        for (KeyPurpose purpose : KeyPurpose.values()) {
            KeyRing ring = ring(purpose, given(purpose, property, environment));
            check.unfit(purpose, ring).ifPresent(id -> {
                throw console.refuse("The database was written with another key " + purpose.word() + "/" + id
                        + " than this start has. Take the files of " + KeyFile.folder(home)
                        + " from the home that began this database, or from its backup.");
            });
            rings.put(purpose, database.transact(handle -> agreed(new KeyUse(handle, clock), purpose, ring)));
        }
    }

    /** The last key writes as soon as every node has it; until then the one that all agreed on. */
    private KeyRing agreed(KeyUse use, KeyPurpose purpose, KeyRing ring) {
        use.holds(node, purpose, ring.all());
        String last = ring.last().id();
        String active = use.active(purpose).orElse(null);
        if (active == null) {
            use.begin(purpose, last);
            return ring.writingWith(last);
        }
        if (active.equals(last)) {
            return ring.writingWith(last);
        }
        Set<String> lacking = use.lacking(purpose, last);
        if (lacking.isEmpty()) {
            use.activate(purpose, last);
            LOG.info("The key {}/{} writes from now on", purpose.word(), last);
            return ring.writingWith(last);
        }
        LOG.info("The key {}/{} waits until these nodes have it, too: {}", purpose.word(), last, lacking);
        return ring.writingWith(active);
    }

    private void quietly() {
        try {
            look();
            failing = false;
        } catch (RuntimeException e) {
            // Said once: the database has its own health line.
            if (!failing) {
                LOG.warn("The keys cannot be looked at, those of before stay: {}", e.getMessage());
            }
            failing = true;
        }
    }

    /** Takes up keys that came into the files, tells which this node has, and writes with the one that was agreed on. */
    public void look() {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            KeyRing now = rings.get(purpose);
            KeyRing found = given(purpose, property, environment).isPresent() ? now : reread(purpose, now);
            database.transact(handle -> {
                KeyUse use = new KeyUse(handle, clock);
                use.holds(node, purpose, found.all());
                String active = use.active(purpose).orElse(found.active().id());
                rings.put(purpose, found.writingWith(active));
                return null;
            });
        }
    }

    /** A file that lacks a key still written with, or that cannot be read, changes nothing. */
    private KeyRing reread(KeyPurpose purpose, KeyRing now) {
        try {
            KeyRing read = new KeyFile(home, purpose).read().map(KeyRing::parse).orElse(now);
            boolean same = read.all().stream()
                    .map(Key::id)
                    .toList()
                    .containsAll(now.all().stream().map(Key::id).toList());
            if (same && read.all().size() == now.all().size()) {
                return now;
            }
            Optional<String> unfit = check.unfit(purpose, read);
            if (unfit.isPresent()) {
                LOG.error(
                        "The file of the keys {} lacks {} or has another one; it is not taken", purpose.word(), unfit);
                return now;
            }
            return read;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            LOG.error("The file of the keys {} cannot be used: {}", purpose.word(), e.getMessage());
            return now;
        }
    }

    /** Whether the keys stand in a file of this node and not in its configuration. */
    public boolean inFile(KeyPurpose purpose) {
        return given(purpose, property, environment).isEmpty();
    }

    /** Puts a new key into this node's file; it reads at once and writes later. */
    public String add(KeyPurpose purpose) {
        int number = 1;
        while (rings.get(purpose).byId("k" + number).isPresent()
                || check.used(purpose).contains("k" + number)) {
            number++;
        }
        String id = "k" + number;
        new KeyFile(home, purpose).append(KeyRing.random(id));
        look();
        return id;
    }

    /** Nothing is written with it any more: a start without it is no fault from now on. */
    public void retire(Handle handle, KeyPurpose purpose, String keyId) {
        check.forget(handle, purpose, keyId);
    }

    public Path file(KeyPurpose purpose) {
        return new KeyFile(home, purpose).path();
    }

    @Deactivate
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
        }
        try {
            database.transact(handle -> {
                new KeyUse(handle, clock).left(node);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.debug("The database is gone before the keys", e);
        }
    }

    private KeyRing ring(KeyPurpose purpose, Optional<String> given) {
        KeyFile file = new KeyFile(home, purpose);
        String where = given.isPresent()
                ? "shishi.keys." + purpose.word()
                : file.path().toString();
        try {
            return KeyRing.parse(given.or(file::read).orElseGet(() -> create(purpose, file)));
        } catch (IllegalArgumentException e) {
            throw console.refuse("The keys in " + where + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private String create(KeyPurpose purpose, KeyFile file) {
        if (!check.known(purpose).isEmpty()) {
            throw console.refuse("The file " + file.path() + " is missing, and the database was written with its key."
                    + " Take it from the home that began this database, or from its backup.");
        }
        return file.create();
    }

    private static Optional<String> given(
            KeyPurpose purpose, UnaryOperator<String> property, UnaryOperator<String> environment) {
        return Optional.ofNullable(property.apply("shishi.keys." + purpose.word()))
                .or(() -> Optional.ofNullable(
                        environment.apply("SHISHI_KEYS_" + purpose.word().toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    @Override
    public KeyRing ring(KeyPurpose purpose) {
        return rings.get(purpose);
    }
}
