package org.shishi.core.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.shishi.api.record.Ids;
import org.shishi.core.persistence.CoreDatabase;

/** The tables of the search. */
final class BlockStore {

    private static final String OF_LIST =
            " where programme_id = :programme and edition_year = :year and type_id = :type";
    private static final String COLUMNS = "select id, ids, texts from core.search_block where id in (<ids>)";

    private final CoreDatabase core;

    BlockStore(CoreDatabase core) {
        this.core = core;
    }

    List<Block.Head> heads(ListKey list) {
        return core.read(handle -> of(
                        list,
                        handle.createQuery("select id, first_id, last_id, records from core.search_block" + OF_LIST))
                .map((rs, ctx) -> new Block.Head(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getObject(3, UUID.class),
                        rs.getInt(4)))
                .list());
    }

    /** Those that are still there. */
    Map<UUID, Block> load(Collection<UUID> ids) {
        return core.read(handle -> {
            Map<UUID, Block> found = new HashMap<>();
            handle.createQuery(COLUMNS)
                    .bindList("ids", new ArrayList<>(ids))
                    .map((rs, ctx) -> new Block(rs.getObject(1, UUID.class), rs.getBytes(2), rs.getString(3)))
                    .forEach(block -> found.put(block.id(), block));
            return found;
        });
    }

    /**
     * Keeps others from merging and cleaning a list until the transaction ends.
     *
     * @param wait for somebody who does so now
     * @return false: somebody does, or the list is not complete
     */
    boolean lock(Handle handle, ListKey list, boolean wait) {
        return of(
                        list,
                        handle.createQuery("select layout from core.search_list" + OF_LIST + " for update"
                                + (wait ? "" : " skip locked")))
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    void insert(ListKey list, List<Block.Entry> records, CharSequence texts) {
        if (records.isEmpty()) {
            return;
        }
        List<UUID> ids = records.stream().map(Block.Entry::id).toList();
        core.transact(handle -> of(
                        list,
                        handle.createUpdate("insert into core.search_block (id, programme_id, edition_year, type_id,"
                                + " first_id, last_id, records, ids, texts) values (:id, :programme, :year, :type,"
                                + " :first, :last, :records, :ids, :texts)"))
                .bind("id", Ids.next())
                .bind("first", ids.stream().min(Block::compare).orElseThrow())
                .bind("last", ids.stream().max(Block::compare).orElseThrow())
                .bind("records", ids.size())
                .bind("ids", Block.bytes(records))
                .bind("texts", texts.toString())
                .execute());
    }

    void delete(Handle handle, Collection<UUID> blocks) {
        if (!blocks.isEmpty()) {
            handle.createUpdate("delete from core.search_block where id in (<ids>)")
                    .bindList("ids", new ArrayList<>(blocks))
                    .execute();
        }
    }

    void clear(Handle handle, ListKey list) {
        of(list, handle.createUpdate("delete from core.search_block" + OF_LIST)).execute();
        of(list, handle.createUpdate("delete from core.search_list" + OF_LIST)).execute();
    }

    /** Which fields the blocks of a list hold; empty: not every record is in one. */
    Optional<String> layout(ListKey list) {
        return core.read(handle -> of(list, handle.createQuery("select layout from core.search_list" + OF_LIST))
                .mapTo(String.class)
                .findOne());
    }

    void complete(Handle handle, ListKey list, String layout) {
        of(
                        list,
                        handle.createUpdate("insert into core.search_list (programme_id, edition_year, type_id, layout)"
                                + " values (:programme, :year, :type, :layout)"))
                .bind("layout", layout)
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(ListKey list, S statement) {
        return statement
                .bind("programme", list.programmeId())
                .bind("year", list.year())
                .bind("type", list.typeId());
    }
}
