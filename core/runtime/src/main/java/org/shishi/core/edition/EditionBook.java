package org.shishi.core.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.programme.EditionState;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.persistence.CoreDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's copy of what was decided about editions. Each change leaves a new random stamp in the database; a copy with
 * another stamp is old. This node looks right after its own changes are committed, and every second for those of others:
 * rules never wait for the database, and see a revision that was published elsewhere a second later at most.
 *
 * <p>The copy is never loaded inside somebody's transaction, so what is rolled back was never in it.
 */
@Component(service = EditionBook.class)
public final class EditionBook {

    private static final Logger LOG = LoggerFactory.getLogger(EditionBook.class);

    private final CoreDatabase database;
    private final Clock clock;
    private final ScheduledExecutorService watch;
    private final List<Consumer<EditionKey>> listeners = new CopyOnWriteArrayList<>();
    /** Replaced as a whole, never changed: readers need no lock. */
    private volatile Map<EditionKey, Decided> copies = Map.of();

    /** The Shanghai day of the last look. */
    private LocalDate day;

    private boolean failing;

    @Activate
    public EditionBook(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        this.day = LocalDate.now(clock);
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("shishi-editions").factory());
        refresh();
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * The edition of a programme that opens. What its file declares is kept beside what was decided; the file's state is
     * the edition's first one, later only people change it.
     */
    public LiveEdition open(EditionKey key, EditionFile.Content content, Texts texts) {
        List<EditionRows.Definition> declared = content.parameters().stream()
                .map(parameter -> new EditionRows.Definition(
                        parameter, content.least().get(parameter.name()), title(parameter.name(), texts)))
                .toList();
        database.transact(handle -> {
            declare(handle, key, content.state(), declared);
            return null;
        });
        refresh();
        return LiveEdition.of(key, content, () -> decided(key, content.state()), clock);
    }

    private static Text title(String name, Texts texts) {
        String key = "parameter." + name;
        return texts.has(key) ? texts.get(key) : Text.same(name);
    }

    private void declare(Handle handle, EditionKey key, EditionState first, List<EditionRows.Definition> declared) {
        EditionRows rows = new EditionRows(handle);
        OffsetDateTime now = OffsetDateTime.now(clock);
        rows.insert(key, first, null, now);
        if (!rows.definitions(key).equals(declared)) {
            rows.lock(key, now);
            rows.define(key, declared);
        }
    }

    private Decided decided(EditionKey key, EditionState first) {
        Decided decided = copies.get(key);
        return decided == null ? Decided.nothing(first) : decided;
    }

    /**
     * Told of an edition whose values may be others than before: something was decided, or a new day has come, from which
     * another revision may be valid. On the thread that found out, never inside a transaction.
     */
    public void listen(Consumer<EditionKey> listener) {
        listeners.add(listener);
    }

    public void unlisten(Consumer<EditionKey> listener) {
        listeners.remove(listener);
    }

    /** Loads anew what has changed. Not to be called inside a transaction. */
    public void refresh() {
        load().forEach(key -> listeners.forEach(listener -> listener.accept(key)));
    }

    private synchronized Set<EditionKey> load() {
        Set<EditionKey> changed = new HashSet<>();
        database.read(handle -> {
            // First the stamps: if a change falls between the two, the next look finds another stamp.
            Map<EditionKey, UUID> stamps = new EditionRows(handle).stamps();
            Map<EditionKey, Decided> next = new HashMap<>();
            stamps.forEach((key, stamp) -> {
                Decided copy = copies.get(key);
                boolean old = copy == null || !copy.stamp().equals(stamp);
                next.put(key, old ? load(handle, key, stamp) : copy);
                if (old) {
                    changed.add(key);
                }
            });
            copies = Map.copyOf(next);
            return null;
        });
        return changed;
    }

    private static Decided load(Handle handle, EditionKey key, UUID stamp) {
        RevisionRows revisions = new RevisionRows(handle);
        EditionState state =
                new EditionRows(handle).find(key).map(EditionRows.Row::state).orElse(EditionState.DRAFT);
        return Decided.of(state, stamp, revisions.of(key), revisions.extensions(key));
    }

    private void look() {
        try {
            refresh();
            turn();
            failing = false;
        } catch (RuntimeException e) {
            // Said once: the database has its own health line.
            if (!failing) {
                LOG.warn("The editions cannot be looked at, the last known values stay: {}", e.getMessage());
            }
            failing = true;
        }
    }

    private void turn() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            copies.keySet().forEach(key -> listeners.forEach(listener -> listener.accept(key)));
        }
    }

    @Deactivate
    public void stop() {
        listeners.clear();
        watch.shutdownNow();
    }
}
