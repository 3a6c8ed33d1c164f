package org.shishi.core.scheduling;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.core.node.NodeLoss;
import org.shishi.core.persistence.CoreDatabase;

/** Closes in the history what lost nodes were at; Quartz has another node do it again. */
@Component
public final class LostRuns implements NodeLoss {

    private final CoreDatabase database;
    private final CoreTexts texts;
    private final Clock clock;

    @Activate
    public LostRuns(@Reference CoreDatabase database, @Reference CoreTexts texts, @Reference Clock clock) {
        this.database = database;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void release() {
        database.transact(handle -> handle.createUpdate(
                        """
                        update core.job_run set ended_at = :now, ok = false, error_zh = :zh, error_en = :en
                        where ended_at is null and exists (
                            select 1 from core.node n where n.name = core.job_run.node and n.state <> 'RUNNING')
                        """)
                .bind("now", clock.instant())
                .bind("zh", texts.get("job.error.lost").zh())
                .bind("en", texts.get("job.error.lost").en())
                .execute());
    }
}
