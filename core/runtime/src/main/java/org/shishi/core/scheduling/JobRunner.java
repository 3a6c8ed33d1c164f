package org.shishi.core.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shishi.api.identity.Caller;
import org.shishi.api.job.JobResult;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Incidents;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.Ids;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.core.scheduling.RunningJob.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one run of a job and writes down what came of it. Whatever a job throws ends with its run. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Runs runs;
    private final String node;
    private final Clock clock;
    private final CoreTexts texts;
    private final Organisations organisations;
    private final Incidents incidents;

    JobRunner(Runs runs, String node, Clock clock, CoreTexts texts, Organisations organisations, Incidents incidents) {
        this.runs = runs;
        this.node = node;
        this.clock = clock;
        this.texts = texts;
        this.organisations = organisations;
        this.incidents = incidents;
    }

    /** A run that has not begun. */
    RunningJob prepare(Owner owner, DeclaredJob job) {
        String name = owner.title(job.id()).in(Locale.CHINESE);
        Caller caller =
                new Caller(Caller.SYSTEM_ID, name, organisations.city(), Map.of(), Locale.SIMPLIFIED_CHINESE, null);
        return new RunningJob(Ids.next(), caller, LocalDate.now(clock), runs, clock);
    }

    /** @return whether the run was cut short because its programme leaves */
    boolean run(Owner owner, DeclaredJob job, RunningJob run) {
        String name = owner.name().job(job.id());
        long begun = System.nanoTime();
        // One run at a time: whoever still stands there is the work of a process that died.
        runs.closeLost(owner.name(), job.id(), clock.instant(), texts.get("job.error.lost"));
        runs.trim(owner.name(), job.id());
        runs.begin(run.id(), owner.name(), job.id(), node, clock.instant());
        try {
            JobResult result = within(
                    job.work().getClass().getClassLoader(), () -> job.work().run(run));
            Map<String, Long> counts = result == null ? Map.of() : result.counts();
            Stop cutShort = run.cutShort();
            end(run, cutShort == null, counts, null, cutShort == null ? null : reason(cutShort));
            LOG.info(
                    "Job {} {} after {}: {}",
                    name,
                    cutShort == null ? "is done" : "was cut short",
                    since(begun),
                    counts);
            return cutShort == Stop.LEAVING;
        } catch (RefusedException e) {
            end(run, false, Map.of(), null, answer(owner, e));
            LOG.warn("Job {} was refused: {}", name, e.getMessage());
        } catch (ProgrammeOfflineException e) {
            end(run, false, Map.of(), null, reason(Stop.LEAVING));
            LOG.info("Job {} was cut short after {}: {}", name, since(begun), e.getMessage());
            return true;
        } catch (Throwable e) {
            end(run, false, Map.of(), incidents.report("job " + name, e), texts.get("job.error.fault"));
            return run.leaving();
        }
        return false;
    }

    /** Something failed around a run, outside of the job's own work. */
    void fault(Owner owner, String job, RuntimeException fault) {
        incidents.report("job " + owner.name().job(job), fault);
    }

    private void end(RunningJob run, boolean ok, Map<String, Long> counts, String incident, Text error) {
        runs.end(run.id(), clock.instant(), ok, counts, incident, error, run.said());
    }

    private Text reason(Stop stop) {
        return texts.get(stop == Stop.LEAVING ? "job.error.leaving" : "job.error.cancelled");
    }

    private Text answer(Owner owner, RefusedException refused) {
        return new Text(
                refused.violations().stream()
                        .map(v -> texts.message(v, owner.texts()).zh())
                        .collect(Collectors.joining("；")),
                refused.violations().stream()
                        .map(v -> texts.message(v, owner.texts()).en())
                        .collect(Collectors.joining("; ")));
    }

    private static Duration since(long begun) {
        return Duration.ofMillis((System.nanoTime() - begun) / 1_000_000);
    }

    private interface Work {
        JobResult run() throws Exception;
    }

    /** Libraries of a programme that look for classes by the thread find the programme's. */
    private static JobResult within(ClassLoader loader, Work work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
