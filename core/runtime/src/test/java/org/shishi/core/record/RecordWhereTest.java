package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shishi.core.record.workshop.Workshop;

/** An order by id begins with what is the same in all rows, so that the database goes along that index and stops. */
class RecordWhereTest {

    private static final Order<Workshop> NEWEST = new Order<>(null, false);

    private static String newest(RecordWhere where) {
        return NEWEST.orderBy(Order.Run.IDS, where.lead());
    }

    @Test
    void oneValueLeadsTheOrder() {
        RecordWhere where =
                new RecordWhere().equal("r.district", "310101", true).and("r.places > 3");

        assertEquals(" where r.district = :p0 and r.places > 3", where.jpql());
        assertEquals(" order by r.district desc, r.id desc", newest(new RecordWhere(where)));
    }

    @Test
    void nothingLeadsWhereNoIndexOrAnotherOneFits() {
        assertEquals(" order by r.id desc", newest(new RecordWhere()));
        assertNull(new RecordWhere().equal("r.sheet", UUID.randomUUID(), false).lead());
        assertNull(new RecordWhere()
                .equal("r.district", "310101", true)
                .equal("r.head.status", "DRAFT", true)
                .lead());
        RecordWhere named =
                new RecordWhere().equal("r.district", "310101", true).among(List.of(UUID.randomUUID()));
        assertNull(named.lead());
        assertEquals(" where r.district = :p0 and r.id in :p1", named.jpql());
    }

    @Test
    void anotherOrderKeepsItsOwnColumns() {
        Order<Workshop> byName = new Order<>(
                org.shishi.core.record.workshop.Workshops.TYPE.field("name").orElseThrow(), true);

        assertEquals(" order by r.name asc, r.id asc", byName.orderBy(Order.Run.VALUES, "r.district"));
        assertEquals(" order by r.id asc", byName.orderBy(Order.Run.NO_VALUES, "r.district"));
    }

    @Test
    void noRecordAtAllIsAskedForWithoutNames() {
        assertEquals(" where 1 = 0", new RecordWhere().among(List.of()).jpql());
    }
}
