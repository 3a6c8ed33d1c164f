package org.shishi.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where one of some words may stand, in the order of ids. It may name a record that no longer fits, and never leaves one
 * out that did when it was made. For one thread.
 */
public final class Finder {

    /** Blocks were merged under way: begin anew. */
    public static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovedException() {
            super("blocks were merged", null, false, false);
        }
    }

    /** Handed out at once. */
    private static final int ZONE = 500;
    /** Loaded at once. */
    private static final int MOST_LOADED = 16;

    private final BlockStore store;
    private final Signatures signatures;
    private final List<String> words;
    private final boolean ascending;
    private final UUID beyond;
    private final List<Block.Head> heads;
    private final TreeSet<UUID> waiting;
    private int at;
    private int load = 1;

    Finder(
            BlockStore store,
            Signatures signatures,
            ListKey list,
            List<String> words,
            boolean ascending,
            UUID beyond,
            Set<UUID> others) {
        this.store = store;
        this.signatures = signatures;
        this.words = words;
        this.ascending = ascending;
        this.beyond = beyond;
        Comparator<UUID> order = ascending ? Block::compare : (a, b) -> Block.compare(b, a);
        this.waiting = new TreeSet<>(order);
        this.heads = store.heads(list).stream()
                .filter(head -> beyond == null || order.compare(far(head), beyond) > 0)
                .filter(head -> signatures.mayContain(head.id(), words))
                .sorted((a, b) -> order.compare(near(a), near(b)))
                .toList();
        others.stream().filter(this::inside).forEach(waiting::add);
    }

    private UUID near(Block.Head head) {
        return ascending ? head.first() : head.last();
    }

    private UUID far(Block.Head head) {
        return ascending ? head.last() : head.first();
    }

    /**
     * The next ids in order; null: there are no more.
     *
     * @throws MovedException start over
     */
    public List<UUID> next() {
        while (true) {
            Set<UUID> sure = at == heads.size() ? waiting : waiting.headSet(near(heads.get(at)), false);
            if (!sure.isEmpty()) {
                List<UUID> zone = sure.stream().limit(ZONE).toList();
                zone.forEach(waiting::remove);
                return zone;
            }
            if (at == heads.size()) {
                return null;
            }
            loadMore();
        }
    }

    /** All ids, in no order; null: more than so many. */
    public Set<UUID> all(int most) {
        Set<UUID> all = new LinkedHashSet<>();
        for (List<UUID> zone = next(); zone != null; zone = next()) {
            all.addAll(zone);
            if (all.size() > most) {
                return null;
            }
        }
        return all;
    }

    private void loadMore() {
        List<UUID> wanted = new ArrayList<>();
        while (at < heads.size() && wanted.size() < load) {
            wanted.add(heads.get(at++).id());
        }
        // A word that stands everywhere needs one block, one that stands nowhere all of them.
        load = Math.min(MOST_LOADED, 2 * load);
        Map<UUID, Block> blocks = store.load(wanted);
        if (blocks.size() < wanted.size()) {
            throw new MovedException();
        }
        blocks.values().forEach(block -> {
            signatures.learn(block);
            block.containing(words).stream().filter(this::inside).forEach(waiting::add);
        });
    }

    private boolean inside(UUID id) {
        return beyond == null || waiting.comparator().compare(id, beyond) > 0;
    }
}
