package org.shishi.core.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.job.JobContext;
import org.shishi.api.job.JobResult;
import org.shishi.api.job.JobSchedule;
import org.shishi.api.job.ProgrammeJob;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.notice.Post;
import org.shishi.core.notice.Post.Message;
import org.shishi.core.record.TodoDueDays;

/**
 * Asks for next year's working calendar on 1 November, then each Monday until it is there (§13.5); in the new year still.
 * Looks each morning, so that a day on which the platform was off is made up; the notice belongs to the day it was due.
 * Also has due days of open to-do items follow the calendar that have not yet, for whatever reason.
 */
@Component(service = ProgrammeJob.class)
@JobSchedule(id = "core-calendar", cron = "0 0 9 * * ?")
public final class CalendarReminderJob implements ProgrammeJob {

    private static final MonthDay FIRST_ASKED = MonthDay.of(11, 1);

    private final WorkingCalendar calendar;
    private final Post post;
    private final CoreTexts texts;
    private final TodoDueDays dueDays;

    @Activate
    public CalendarReminderJob(
            @Reference WorkingCalendar calendar,
            @Reference Post post,
            @Reference CoreTexts texts,
            @Reference TodoDueDays dueDays) {
        this.calendar = calendar;
        this.post = post;
        this.texts = texts;
        this.dueDays = dueDays;
    }

    @Override
    public JobResult run(JobContext context) {
        long moved = dueDays.recalculate();
        return new JobResult(Map.of("sent", ask(context), "moved", moved));
    }

    private long ask(JobContext context) {
        LocalDate today = context.today();
        boolean nextYear = !MonthDay.from(today).isBefore(FIRST_ASKED);
        int year = nextYear ? today.getYear() + 1 : today.getYear();
        if (calendar.covers(year)) {
            return 0;
        }
        Message message = Message.ofPlatform(
                "core-calendar",
                Integer.toString(year),
                dueDay(today, year),
                texts.get("notice.core-calendar", year),
                texts.get("notice.core-calendar.body", year),
                null);
        context.log(texts.get("job.log.core-calendar", year));
        return post.toAdministrators(message);
    }

    /** The last Monday, but not before the 1 November from which on that year is asked for. */
    private static LocalDate dueDay(LocalDate today, int year) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = FIRST_ASKED.atYear(year - 1);
        return monday.isBefore(first) ? first : monday;
    }
}
