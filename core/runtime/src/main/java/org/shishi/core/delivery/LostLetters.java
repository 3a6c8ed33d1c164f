package org.shishi.core.delivery;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.core.node.NodeLoss;
import org.shishi.core.persistence.CoreDatabase;

/** Letters that a lost node had taken are due at once, not only when their lease runs out. */
@Component
public final class LostLetters implements NodeLoss {

    private final CoreDatabase database;
    private final Clock clock;

    @Activate
    public LostLetters(@Reference CoreDatabase database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void release() {
        database.transact(handle -> handle.createUpdate(
                        """
                        update core.outbox set next_at = :now, taken_by = null
                        where state = 'WAITING' and taken_by is not null and not exists (
                            select 1 from core.node n where n.run = core.outbox.taken_by and n.state = 'RUNNING')
                        """)
                .bind("now", clock.instant())
                .execute());
    }
}
