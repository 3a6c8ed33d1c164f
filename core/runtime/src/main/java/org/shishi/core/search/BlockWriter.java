package org.shishi.core.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Gathers what one transaction writes into blocks. For one thread. */
final class BlockWriter implements Runnable {

    static final int MOST_RECORDS = 1_000;
    private static final int MOST_CHARS = 200_000;

    /** What a list still lacks. */
    private static final class Open {
        private final List<Block.Entry> records = new ArrayList<>();
        private final StringBuilder texts = new StringBuilder();
        private final List<UUID> gone = new ArrayList<>();
    }

    private final BlockStore store;
    private final Upkeep upkeep;
    private final Consumer<ListKey> small;
    private final Map<ListKey, Open> lists = new HashMap<>();

    /** @param small hears of each list that gets a block which is far from full */
    BlockWriter(BlockStore store, Upkeep upkeep, Consumer<ListKey> small) {
        this.store = store;
        this.upkeep = upkeep;
        this.small = small;
    }

    void add(ListKey list, UUID id, long version, String text) {
        Open open = lists.computeIfAbsent(list, l -> new Open());
        open.records.add(new Block.Entry(id, version));
        open.texts.append(text).append(Block.END);
        // A block need not wait for the end of a long transaction.
        if (open.records.size() >= MOST_RECORDS || open.texts.length() >= MOST_CHARS) {
            write(list, open);
        }
    }

    void remove(ListKey list, UUID id) {
        lists.computeIfAbsent(list, l -> new Open()).gone.add(id);
    }

    private void write(ListKey list, Open open) {
        store.insert(list, open.records, open.texts);
        open.records.clear();
        open.texts.setLength(0);
    }

    /** Before the commit. */
    @Override
    public void run() {
        lists.forEach((list, open) -> {
            if (!open.records.isEmpty() && open.records.size() < Upkeep.SMALL) {
                small.accept(list);
            }
            write(list, open);
            upkeep.forget(list, open.gone);
            open.gone.clear();
        });
    }
}
