package org.shishi.shell.admin;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.JobAdmin;
import org.shishi.kit.component.EmptyState;
import org.shishi.kit.component.Ticker;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.Messages;
import org.shishi.shell.live.LiveProgrammes;
import org.shishi.shell.page.FollowingPage;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** Scheduled work: when it runs next, how it went, run now, pause. Follows the runs while it is open. */
@Component(service = JobsPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(value = Right.PLATFORM, cityOnly = true)
public final class JobsPage extends FollowingPage {

    private static final Duration PERIOD = Duration.ofSeconds(3);
    private static final String CORE = "core";

    private record Owner(String programmeId, int year) {}

    private final transient JobAdmin admin;
    private final transient LiveProgrammes programmes;
    private final transient CountWords words;
    private final transient Map<String, JobCard> cards = new HashMap<>();
    private transient List<JobAdmin.Job> shown = List.of();

    @Activate
    public JobsPage(
            @Reference JobAdmin admin,
            @Reference LiveProgrammes programmes,
            @Reference CoreTexts core,
            @Reference Ticker ticker) {
        super("jobs", ticker, PERIOD);
        this.admin = admin;
        this.programmes = programmes;
        this.words = new CountWords(programmes, core);
    }

    @Override
    protected void show() {
        show(admin.jobs(CurrentUser.get()));
    }

    @Override
    protected void follow() {
        List<JobAdmin.Job> now = admin.jobs(CurrentUser.get());
        if (still(now).equals(still(shown))) {
            now.forEach(job -> cards.get(JobCard.name(job)).progress(job.progress()));
        } else {
            show(now);
        }
    }

    /** Without what moves on all the time. */
    private static List<JobAdmin.Job> still(List<JobAdmin.Job> jobs) {
        return jobs.stream().map(JobCard::still).toList();
    }

    private void show(List<JobAdmin.Job> jobs) {
        shown = List.copyOf(jobs);
        cards.clear();
        content.removeAll();
        if (jobs.isEmpty()) {
            content.add(EmptyState.saying(ShellTexts.t("jobs.none")));
            return;
        }
        Map<Owner, List<JobAdmin.Job>> byOwner = new LinkedHashMap<>();
        jobs.forEach(job -> byOwner.computeIfAbsent(new Owner(job.programmeId(), job.year()), o -> new ArrayList<>())
                .add(job));
        byOwner.forEach((owner, theirs) -> content.add(section(owner, theirs)));
    }

    private Section section(Owner owner, List<JobAdmin.Job> jobs) {
        Section section = new Section(new H2(title(owner)));
        for (JobAdmin.Job job : jobs) {
            JobCard card = new JobCard(job, admin, words, this::show);
            cards.put(JobCard.name(job), card);
            section.add(card);
        }
        return section;
    }

    private String title(Owner owner) {
        if (owner.programmeId().equals(CORE)) {
            return ShellTexts.t("jobs.core");
        }
        String name = programmes
                .find(owner.programmeId(), owner.year())
                .map(live -> live.title().in(Messages.locale()))
                .orElse(owner.programmeId());
        return ShellTexts.t("todo.programme.year", name, Integer.toString(owner.year()));
    }
}
