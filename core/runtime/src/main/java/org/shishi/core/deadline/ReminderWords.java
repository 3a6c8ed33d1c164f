package org.shishi.core.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.deadline.DeadlineTable.Kind;
import org.shishi.core.notice.Post.Letter;
import org.shishi.core.notice.Post.Message;

/** Words reminders as of the day they go out, which may be later than planned. */
final class ReminderWords {

    /** Whoever can do something about it; not those who only look on. */
    static final Set<Right> WHO_ACTS = Set.of(
            Right.CREATE, Right.SUBMIT, Right.REVIEW, Right.APPROVE, Right.FACILITY, Right.SETTLE, Right.INSPECT);

    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Texts words;

    /** @param words those of the edition */
    ReminderWords(Texts words) {
        this.words = words;
    }

    /** The heading of a reminder that goes out on a day. */
    Text title(Text owed, LocalDate due, LocalDate day) {
        return words.get(key(due, day), args(owed, due, day, null));
    }

    private static String key(LocalDate due, LocalDate day) {
        return day.isBefore(due) ? "deadline.soon" : day.equals(due) ? "deadline.today" : "deadline.late";
    }

    private static Object[] args(Text owed, LocalDate due, LocalDate day, String organisation) {
        return new Object[] {
            owed, new Text(due.format(ZH), due.format(EN)), Math.abs(ChronoUnit.DAYS.between(day, due)), organisation
        };
    }

    Letter reminder(Kind kind, Owed owed, DueReminder reminder, LocalDate today) {
        return letter(
                kind,
                owed,
                reminder,
                owed.deadline().organisation(),
                key(owed.deadline().due(), today),
                args(owed.title(), owed.deadline().due(), today, null));
    }

    Letter copy(Kind kind, Owed owed, DueReminder reminder, LocalDate today, Organisation late, UUID superior) {
        Object[] args = args(owed.title(), owed.deadline().due(), today, late.name());
        return letter(kind, owed, reminder, superior, "deadline.copy", args);
    }

    private Letter letter(Kind kind, Owed owed, DueReminder reminder, UUID to, String key, Object[] args) {
        Message message = new Message(
                kind.programmeId(),
                kind.year(),
                "deadline." + kind.type(),
                // One object may be owed by many; their superior hears of each.
                owed.deadline().object() + "@" + owed.deadline().organisation(),
                reminder.planned(),
                words.get(key, args),
                words.get(key + ".body", args),
                kind.year() + "/" + kind.programmeId());
        return new Letter(to, WHO_ACTS, message);
    }
}
