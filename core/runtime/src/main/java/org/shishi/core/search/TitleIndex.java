package org.shishi.core.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The titles of to-do items in blocks, whatever their programme. One text for each record, whose items all have its title:
 * who has them at the moment is not said here, so that a step changes no block. Thread-safe.
 */
public final class TitleIndex {

    /** Hands over each record that has items. */
    public interface Everything {
        void to(Sink sink);
    }

    /** Takes records one by one. */
    public interface Sink {
        /** @param version of the record, or of what is known of it: a greater one's title replaces it */
        void add(UUID record, long version, String title);
    }

    private static final ListKey LIST = new ListKey("core", 0, "todo");
    private static final String LAYOUT = "title";
    private static final int ATTEMPTS = 3;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final Logger LOG = LoggerFactory.getLogger(TitleIndex.class);

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CoreDatabase core;
    private final BlockStore store;
    private final Upkeep upkeep;
    private final Signatures signatures = new Signatures();
    private final AtomicBoolean complete = new AtomicBoolean();
    private final AtomicBoolean building = new AtomicBoolean();
    private final AtomicInteger small = new AtomicInteger();
    private volatile Thread builder;
    private volatile boolean stopped;

    public TitleIndex(CoreDatabase core) {
        this.core = core;
        this.store = new BlockStore(core);
        this.upkeep = new Upkeep(core, store);
    }

    /** In the transaction that writes the items. */
    public void add(UUID record, long version, String title) {
        core.beforeCommit(this, () -> new BlockWriter(store, upkeep, this::smallBlock))
                .add(LIST, record, version, SearchedType.searched(new StringBuilder(title)));
    }

    /** Records that are gone; in the transaction that takes them away. */
    public void forget(Collection<UUID> records) {
        upkeep.forget(LIST, records);
    }

    /**
     * Records in whose title a text stands, and now and then one in whose title it no longer stands.
     *
     * @param everything asked for when there is no index yet, see {@link #prepare}
     * @return null: more than {@code most}, or the index cannot say (yet); then the items themselves are to be asked
     */
    public Set<UUID> find(String typed, int most, Everything everything) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        if (word.chars().anyMatch(c -> c < ' ') || !ready(everything)) {
            return null;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return new Finder(store, signatures, LIST, List.of(word), true, null, Set.of()).all(most);
            } catch (Finder.MovedException e) {
                // Once more.
            }
        }
        return null;
    }

    private boolean ready(Everything everything) {
        if (!complete.get()) {
            prepare(everything);
        }
        return complete.get();
    }

    /**
     * Has the index made where there is none (a database of before), on a thread of its own: nobody who searches waits for
     * it. What failed is tried again at the next search.
     */
    public void prepare(Everything everything) {
        if (store.layout(LIST).isPresent()) {
            complete.set(true);
        } else if (!stopped && building.compareAndSet(false, true)) {
            builder = new Thread(() -> made(everything), "title-index");
            builder.setDaemon(true);
            builder.start();
        }
    }

    private void made(Everything everything) {
        try {
            build(everything);
            complete.set(true);
            LOG.info("The titles of to-do items are indexed");
        } catch (StoppedException e) {
            LOG.debug("The index of titles is made at the next start");
        } catch (RuntimeException e) {
            LOG.warn("The titles of to-do items could not be indexed: {}", e.getMessage());
        } finally {
            building.set(false);
        }
    }

    private void build(Everything everything) {
        core.transact(handle -> {
            // What was written without anybody to merge it.
            store.clear(handle, LIST);
            if (Inserts.unlessTaken(handle, () -> store.complete(handle, LIST, LAYOUT))) {
                BlockWriter writer = new BlockWriter(store, upkeep, list -> {});
                everything.to((record, version, title) -> {
                    if (stopped) {
                        throw new StoppedException();
                    }
                    writer.add(LIST, record, version, SearchedType.searched(new StringBuilder(title)));
                });
                writer.run();
            }
            return null;
        });
    }

    /** Ends what {@link #prepare} has begun; waits for that a while. */
    public void close() throws InterruptedException {
        stopped = true;
        Thread begun = builder;
        if (begun != null) {
            begun.join(PATIENCE_MILLIS);
        }
    }

    private void smallBlock(ListKey list) {
        core.afterCommit(() -> {
            if (small.incrementAndGet() >= Upkeep.MERGED) {
                small.set(0);
                upkeep.merge(list);
            }
        });
    }
}
