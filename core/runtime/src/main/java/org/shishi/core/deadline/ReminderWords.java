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
    private static final Set<Right> WHO_ACTS = Set.of(
            Right.CREATE, Right.SUBMIT, Right.REVIEW, Right.APPROVE, Right.FACILITY, Right.SETTLE, Right.INSPECT);

    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Texts core;

    ReminderWords(Texts core) {
        this.core = core;
    }

    Letter reminder(Kind kind, Owed owed, DueReminder reminder, LocalDate today) {
        LocalDate due = owed.deadline().due();
        long days = ChronoUnit.DAYS.between(today, due);
        String key = days > 0 ? "deadline.soon" : days == 0 ? "deadline.today" : "deadline.late";
        return letter(kind, owed, reminder, owed.deadline().organisation(), key, Math.abs(days), null);
    }

    Letter copy(Kind kind, Owed owed, DueReminder reminder, LocalDate today, Organisation late, UUID superior) {
        long days = ChronoUnit.DAYS.between(owed.deadline().due(), today);
        return letter(kind, owed, reminder, superior, "deadline.copy", days, late.name());
    }

    private Letter letter(
            Kind kind, Owed owed, DueReminder reminder, UUID to, String key, long days, String organisation) {
        LocalDate due = owed.deadline().due();
        Object[] args = {owed.title(), new Text(due.format(ZH), due.format(EN)), days, organisation};
        Message message = new Message(
                kind.programmeId(),
                kind.year(),
                "deadline." + kind.type(),
                // One object may be owed by many; their superior hears of each.
                owed.deadline().object() + "@" + owed.deadline().organisation(),
                reminder.planned(),
                core.get(key, args),
                core.get(key + ".body", args),
                kind.year() + "/" + kind.programmeId());
        return new Letter(to, WHO_ACTS, message);
    }
}
