package org.shishi.shell.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.JobAdmin;
import org.shishi.api.text.Text;

/** Five jobs in all states. */
public final class FakeJobs implements JobAdmin {

    private static final Instant DAY = Instant.parse("2026-09-21T00:00:00Z");

    private final List<Job> jobs = new ArrayList<>(List.of(
            job("core", 0, "snapshot", "每晚指标快照", false, false, null, ok()),
            job("core", 0, "cleanup", "清理过期会话", true, false, null, null),
            job("guest", 2024, "deadline", "期限提醒", false, true, null, ok()),
            job("guest", 2024, "inspect", "抽查名单", false, false, null, failed()),
            job("away", 2023, "claims", "理赔对账", false, false, new Text("项目已停止", "its programme is stopped"), ok())));

    private static Job job(
            String programme, int year, String id, String title, boolean paused, boolean running, Text why, Run last) {
        return new Job(
                programme,
                year,
                id,
                new Text(title, id),
                "0 0 2 * * ?",
                paused,
                running,
                why != null,
                why,
                paused || why != null ? null : DAY.plusSeconds(64_800),
                paused || why != null ? List.of() : List.of(DAY.plusSeconds(64_800), DAY.plusSeconds(151_200)),
                running ? new Progress(3200, 8000) : null,
                last);
    }

    private static Run ok() {
        return new Run(
                DAY, Duration.ofMillis(4200), true, Map.of("sent", 38L), null, "node-1", List.of("开始发送", "已发送 38 条"));
    }

    private static Run failed() {
        return new Run(DAY, Duration.ofSeconds(2), false, Map.of(), "I-20260921-0007 数据库连接中断", "node-2", List.of());
    }

    @Override
    public synchronized List<Job> jobs(Caller caller) {
        return List.copyOf(jobs);
    }

    @Override
    public List<Run> history(Caller caller, String programmeId, int year, String id, int limit) {
        return List.of(ok(), failed(), ok());
    }

    @Override
    public void runNow(Caller caller, String programmeId, int year, String id) {
        change(id, true, null);
    }

    @Override
    public void pause(Caller caller, String programmeId, int year, String id, boolean paused) {
        change(id, false, paused);
    }

    @Override
    public void cancel(Caller caller, String programmeId, int year, String id) {
        change(id, false, null);
    }

    private synchronized void change(String id, boolean running, Boolean paused) {
        jobs.replaceAll(j -> j.id().equals(id)
                ? job(
                        j.programmeId(),
                        j.year(),
                        j.id(),
                        j.title().zh(),
                        paused == null ? j.paused() : paused,
                        running,
                        j.reason(),
                        j.last())
                : j);
    }
}
