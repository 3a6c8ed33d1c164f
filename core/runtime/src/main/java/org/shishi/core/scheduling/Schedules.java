package org.shishi.core.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.core.edition.EditionBook;
import org.shishi.core.edition.EditionKey;
import org.shishi.core.node.NodeWatch;
import org.shishi.core.persistence.CoreDatabase;

/** All schedules of this node: the core's own, and one for each programme and year that is there. Thread-safe. */
@Component(service = Schedules.class)
public final class Schedules {

    private static final String NODE = "shishi.node";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Quartz quartz;
    private final OwnerSchedule.Parts parts;
    private final Incidents incidents;
    private final Map<Long, Guest> guests = new ConcurrentHashMap<>();
    private final Guest core;
    private final Consumer<EditionKey> changed = this::editionChanged;
    /** Null where somebody else tells what has changed. */
    private EditionBook editions;

    /** @param present this node has said that it is there before it takes part */
    @Activate
    public Schedules(
            BundleContext context,
            @Reference CoreDatabase database,
            @Reference Clock clock,
            @Reference CoreTexts texts,
            @Reference Organisations organisations,
            @Reference Incidents incidents,
            @Reference NodeWatch present,
            @Reference EditionBook editions) {
        this(
                new Quartz(
                        database.dataSource(),
                        database.postgres(),
                        Objects.requireNonNullElse(context.getProperty(NODE), "node-1")),
                context.getBundle().getBundleId(),
                database,
                clock,
                texts,
                organisations,
                incidents,
                PATIENCE);
        this.editions = editions;
        editions.listen(changed);
    }

    /** @param home the core's own bundle: jobs that come from it are the platform's */
    Schedules(
            Quartz quartz,
            long home,
            CoreDatabase database,
            Clock clock,
            CoreTexts texts,
            Organisations organisations,
            Incidents incidents,
            Duration patience) {
        this.quartz = quartz;
        this.incidents = incidents;
        Runs runs = new Runs(database.dataSource());
        JobRunner runner = new JobRunner(runs, quartz.node(), clock, texts, organisations, incidents);
        this.parts = new OwnerSchedule.Parts(new KnownJobs(database), runs, runner, clock, texts, patience);
        this.core = guest(home);
        core.arrive(Owner.core(texts));
    }

    @Deactivate
    void stop() {
        if (editions != null) {
            editions.unlisten(changed);
        }
        guests.values().forEach(Guest::leave);
        quartz.close();
    }

    void programmeArrived(LiveProgramme programme) {
        guest(programme.bundleId()).arrive(Owner.of(programme));
    }

    void programmeLeft(LiveProgramme programme) {
        guest(programme.bundleId()).leave();
    }

    void jobArrived(long bundle, ProgrammeJob work, Map<String, ?> properties) {
        DeclaredJob job;
        try {
            job = DeclaredJob.of(work, properties);
        } catch (IllegalArgumentException e) {
            incidents.report("job of bundle " + bundle, e);
            return;
        }
        guest(bundle).add(job);
    }

    void jobLeft(long bundle, ProgrammeJob work) {
        guest(bundle).remove(work);
    }

    /** Numbers of an edition may be others now: jobs whose times are a parameter get the present ones. */
    void editionChanged(EditionKey edition) {
        OwnerName owner = new OwnerName(edition.programmeId(), edition.year());
        guests.values().forEach(guest -> guest.retime(owner));
    }

    /** The schedule of an owner that is there. */
    Optional<OwnerSchedule> find(OwnerName name) {
        return live().stream().filter(schedule -> schedule.name().equals(name)).findFirst();
    }

    List<OwnerSchedule> live() {
        return guests.values().stream()
                .map(Guest::schedule)
                .filter(Objects::nonNull)
                .toList();
    }

    boolean up() {
        OwnerSchedule own = core.schedule();
        return own != null && own.started();
    }

    boolean clustered() {
        return quartz.clustered();
    }

    String node() {
        return quartz.node();
    }

    KnownJobs known() {
        return parts.known();
    }

    Runs runs() {
        return parts.runs();
    }

    private Guest guest(long bundle) {
        return guests.computeIfAbsent(bundle, id -> new Guest(quartz, parts, incidents));
    }
}
