package org.shishi.core.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.core.persistence.CoreDatabase;

/** Keeps blocks few and free of what is gone. */
final class Upkeep {

    /** A block of fewer records is merged with others. */
    static final int SMALL = 500;

    /** After so many new ones they are merged. */
    static final int MERGED = 64;

    private final CoreDatabase core;
    private final BlockStore store;

    Upkeep(CoreDatabase core, BlockStore store) {
        this.core = core;
        this.store = store;
    }

    /** Joins small blocks, and takes older texts of their records out of the others. */
    void merge(ListKey list) {
        core.transact(handle -> {
            if (store.lock(handle, list, false)) {
                List<Block.Head> heads = store.heads(list);
                List<UUID> small = heads.stream()
                        .filter(head -> head.records() < SMALL)
                        .map(Block.Head::id)
                        .toList();
                if (small.size() > 1) {
                    Collection<Block> blocks = store.load(small).values();
                    Map<UUID, Long> newest = newest(blocks);
                    rewrite(handle, list, blocks, newest);
                    heads.removeIf(head -> small.contains(head.id()));
                    clean(handle, list, heads, newest);
                }
            }
            return null;
        });
    }

    /** Records that no longer exist. */
    void forget(ListKey list, Collection<UUID> gone) {
        if (!gone.isEmpty()) {
            Map<UUID, Long> newer = new HashMap<>();
            gone.forEach(id -> newer.put(id, Long.MAX_VALUE));
            core.transact(handle -> {
                store.lock(handle, list, true);
                clean(handle, list, store.heads(list), newer);
                return null;
            });
        }
    }

    private static Map<UUID, Long> newest(Collection<Block> blocks) {
        Map<UUID, Long> newest = new HashMap<>();
        blocks.forEach(block -> block.records().forEach(r -> newest.merge(r.id(), r.version(), Math::max)));
        return newest;
    }

    /** Takes out what is older than this. */
    private void clean(Handle handle, ListKey list, List<Block.Head> heads, Map<UUID, Long> newest) {
        List<UUID> hit = heads.stream()
                .filter(head -> newest.keySet().stream().anyMatch(id -> within(head, id)))
                .map(Block.Head::id)
                .toList();
        if (!hit.isEmpty()) {
            store.load(hit).values().stream()
                    .filter(block -> block.records().stream().anyMatch(r -> older(r, newest)))
                    .forEach(block -> rewrite(handle, list, List.of(block), newest));
        }
    }

    private static boolean older(Block.Entry record, Map<UUID, Long> newest) {
        return record.version() < newest.getOrDefault(record.id(), Long.MIN_VALUE);
    }

    private static boolean within(Block.Head head, UUID id) {
        return Block.compare(head.first(), id) <= 0 && Block.compare(id, head.last()) <= 0;
    }

    /** Puts what is not older than this into as few blocks as may be. */
    private void rewrite(Handle handle, ListKey list, Collection<Block> blocks, Map<UUID, Long> newest) {
        store.delete(handle, blocks.stream().map(Block::id).toList());
        Set<Block.Entry> written = new HashSet<>();
        List<Block.Entry> records = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        for (Block block : blocks) {
            List<String> split = block.split();
            List<Block.Entry> held = block.records();
            for (int i = 0; i < split.size(); i++) {
                Block.Entry record = held.get(i);
                if (!older(record, newest) && written.add(record)) {
                    records.add(record);
                    texts.append(split.get(i));
                }
            }
            if (records.size() >= SMALL) {
                store.insert(list, records, texts);
                records.clear();
                texts.setLength(0);
            }
        }
        store.insert(list, records, texts);
    }
}
