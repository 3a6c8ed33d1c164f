package org.shishi.core.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.shishi.api.record.Field;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;
import org.shishi.core.persistence.RowWatch;

/** Keeps blocks for the lists of open programmes, and finds in them. Thread-safe. */
public final class SearchIndex {

    /** Hands over every record of a list. */
    public interface Everything {
        void to(Consumer<ProgrammeRecord> sink);
    }

    /** Somebody else makes the blocks of the list at the same moment. */
    private static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CoreDatabase core;
    private final BlockStore store;
    private final Upkeep upkeep;
    private final TitleIndex titles;
    private final Signatures signatures = new Signatures();
    private final Map<ListKey, SearchedType<?>> open = new ConcurrentHashMap<>();
    private final Set<ListKey> complete = ConcurrentHashMap.newKeySet();
    private final Set<ListKey> building = ConcurrentHashMap.newKeySet();
    private final Map<ListKey, AtomicInteger> small = new ConcurrentHashMap<>();

    public SearchIndex(CoreDatabase core) {
        this.core = core;
        this.store = new BlockStore(core);
        this.upkeep = new Upkeep(core, store);
        this.titles = new TitleIndex(core);
    }

    /** The titles of to-do items. */
    public TitleIndex titles() {
        return titles;
    }

    /** What is written from now on gets into blocks; the watch is to hear of it. */
    public RowWatch open(String programmeId, int year, Collection<? extends RecordType<?>> types) {
        Map<Class<?>, SearchedType<?>> byEntity = new HashMap<>();
        types.forEach(type -> {
            SearchedType<?> searched = searched(programmeId, year, type);
            if (searched.any()) {
                byEntity.put(searched.entity(), searched);
                open.put(searched.key(), searched);
                // Another version of the programme may search other fields.
                complete.remove(searched.key());
            }
        });
        return new Watch(byEntity);
    }

    private static <T extends ProgrammeRecord> SearchedType<T> searched(
            String programmeId, int year, RecordType<T> type) {
        return new SearchedType<>(new ListKey(programmeId, year, type.id()), type);
    }

    /** Whether every record of the list is in a block; false also where nobody watches. */
    public boolean ready(ListKey list) {
        if (complete.contains(list)) {
            return true;
        }
        SearchedType<?> type = open.get(list);
        if (type == null || !store.layout(list).filter(type.layout()::equals).isPresent()) {
            return false;
        }
        complete.add(list);
        return true;
    }

    /** Makes all blocks of a list anew; does nothing where nobody watches, or while somebody else does so. */
    public void build(ListKey list, Everything records) {
        SearchedType<?> type = open.get(list);
        if (type == null || !building.add(list)) {
            return;
        }
        try {
            core.transact(handle -> {
                store.clear(handle, list);
                BlockWriter writer = writer();
                records.to(record -> writer.add(list, record.id(), record.version(), type.text(record)));
                writer.run();
                if (!Inserts.unlessTaken(handle, () -> store.complete(handle, list, type.layout()))) {
                    throw new LostException();
                }
                return null;
            });
            complete.add(list);
        } catch (LostException e) {
            // Then the other one's are there.
            complete.remove(list);
        } finally {
            building.remove(list);
        }
    }

    /** Whether parts of it may be searched for; other sensitive values are found whole only, and never stand in a block. */
    public static boolean byParts(Field<?, ?> field) {
        return field.sensitivity() == Sensitivity.NONE || field.sensitivity() == Sensitivity.NAME;
    }

    /**
     * @param beyond only ids after this one in the order asked for; null: all
     * @param others ids that are meant, too
     */
    public Finder find(ListKey list, List<String> words, boolean ascending, UUID beyond, Set<UUID> others) {
        return new Finder(store, signatures, list, words, ascending, beyond, others);
    }

    /** Records that were deleted past the entity manager. */
    public void forget(ListKey list, Collection<UUID> ids) {
        if (open.containsKey(list)) {
            upkeep.forget(list, ids);
        }
    }

    private BlockWriter writer() {
        return new BlockWriter(store, upkeep, list -> {});
    }

    private BlockWriter writerOfTransaction() {
        return core.beforeCommit(this, () -> new BlockWriter(store, upkeep, this::smallBlock));
    }

    private void smallBlock(ListKey list) {
        AtomicInteger count = small.computeIfAbsent(list, l -> new AtomicInteger());
        core.afterCommit(() -> {
            if (count.incrementAndGet() >= Upkeep.MERGED) {
                count.set(0);
                upkeep.merge(list);
            }
        });
    }

    /** Tells the transaction's writer what entity managers write. */
    private final class Watch implements RowWatch {

        private final Map<Class<?>, SearchedType<?>> byEntity;

        private Watch(Map<Class<?>, SearchedType<?>> byEntity) {
            this.byEntity = byEntity;
        }

        @Override
        public void written(Object entity, Collection<String> changed) {
            SearchedType<?> type = byEntity.get(entity.getClass());
            if (type != null && type.touchedBy(changed)) {
                ProgrammeRecord record = (ProgrammeRecord) entity;
                writerOfTransaction().add(type.key(), record.id(), record.version(), type.text(record));
            }
        }

        @Override
        public void removed(Object entity) {
            SearchedType<?> type = byEntity.get(entity.getClass());
            if (type != null) {
                writerOfTransaction().remove(type.key(), ((ProgrammeRecord) entity).id());
            }
        }

        @Override
        public void closed() {
            byEntity.values().forEach(type -> {
                if (open.remove(type.key(), type)) {
                    complete.remove(type.key());
                }
            });
        }
    }
}
