package org.shishi.core.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The signatures of the blocks that this node met last. Blocks never change, so what is remembered is never wrong. */
final class Signatures {

    /** At four kilobytes each. */
    private static final int MOST = 4_096;

    private final Map<UUID, Signature> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Signature> eldest) {
            return size() > MOST;
        }
    };

    /** True also for a block that was not met yet. */
    synchronized boolean mayContain(UUID block, List<String> words) {
        Signature signature = known.get(block);
        return signature == null || words.stream().anyMatch(signature::mayContain);
    }

    void learn(Block block) {
        synchronized (this) {
            if (known.containsKey(block.id())) {
                return;
            }
        }
        Signature signature = Signature.of(block.texts());
        synchronized (this) {
            known.put(block.id(), signature);
        }
    }
}
