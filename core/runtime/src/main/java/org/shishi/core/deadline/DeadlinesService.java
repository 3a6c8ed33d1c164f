package org.shishi.core.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.deadline.Deadline;
import org.shishi.api.deadline.Deadlines;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.deadline.DeadlineTable.Key;
import org.shishi.core.deadline.DeadlineTable.Kind;
import org.shishi.core.notice.Post;
import org.shishi.core.notice.Post.Letter;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.rule.CoreParameters;
import org.shishi.core.template.Wordings;

/**
 * Keeps what is owed and reminds of it. One call for a type is one transaction that begins by locking the type: a crash
 * leaves either nothing or everything done, and two nodes that publish the same do so one after the other.
 */
@Component
public final class DeadlinesService implements Deadlines {

    private final CoreDatabase database;
    private final Organisations organisations;
    private final WorkingCalendar calendar;
    private final CoreParameters parameters;
    private final Post post;
    private final Wordings wordings;
    private final Clock clock;

    @Activate
    public DeadlinesService(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference WorkingCalendar calendar,
            @Reference CoreParameters parameters,
            @Reference Post post,
            @Reference Wordings wordings,
            @Reference Clock clock) {
        this.database = database;
        this.organisations = organisations;
        this.calendar = calendar;
        this.parameters = parameters;
        this.post = post;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Override
    public int publish(ProgrammeContext programme, String type, Collection<Deadline> open, LocalDate today) {
        Kind kind = new Kind(programme.programmeId(), programme.year(), type);
        Texts texts = wordings.of(programme.programmeId(), programme.year(), programme.texts());
        Map<Key, Owed> owed = owed(texts, type, open);
        return database.transact(handle -> {
            DeadlineTable table = new DeadlineTable(handle, kind);
            LocalDate remindedUpTo = table.lock();
            Instant now = clock.instant();
            table.replace(owed, now, today);
            int sent = post.deliver(letters(kind, owed.values(), new ReminderWords(texts), remindedUpTo, today));
            table.remindedUpTo(today);
            return sent;
        });
    }

    private static Map<Key, Owed> owed(Texts texts, String type, Collection<Deadline> open) {
        Map<Key, Owed> owed = new LinkedHashMap<>();
        for (Deadline deadline : open) {
            if (!deadline.type().equals(type)) {
                throw new IllegalArgumentException("deadline of type " + deadline.type() + " among those of " + type);
            }
            Text title = texts.of("deadline." + type, deadline.args());
            owed.put(new Key(deadline.object(), deadline.organisation()), new Owed(deadline, title));
        }
        return owed;
    }

    private List<Letter> letters(
            Kind kind, Collection<Owed> owed, ReminderWords words, LocalDate remindedUpTo, LocalDate today) {
        Plans plans = new Plans(parameters, calendar);
        List<Letter> letters = new ArrayList<>();
        for (Owed one : owed) {
            Terms terms = Terms.of(one.deadline());
            DueReminder.of(terms, plans.of(terms), remindedUpTo, today).ifPresent(reminder -> {
                letters.add(words.reminder(kind, one, reminder, today));
                if (reminder.copyToSuperior()) {
                    copy(kind, one, words, reminder, today, letters);
                }
            });
        }
        return letters;
    }

    private void copy(
            Kind kind, Owed owed, ReminderWords words, DueReminder reminder, LocalDate today, List<Letter> letters) {
        organisations.byId(owed.deadline().organisation()).ifPresent(late -> organisations
                .superiorOf(late.id())
                .map(Organisation::id)
                .ifPresent(superior -> letters.add(words.copy(kind, owed, reminder, today, late, superior))));
    }
}
