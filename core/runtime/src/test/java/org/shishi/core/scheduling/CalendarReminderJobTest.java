package org.shishi.core.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.CalendarAdmin;
import org.shishi.api.time.WorkingCalendar;
import org.shishi.core.notice.Post;
import org.shishi.core.record.TodoDueDays;
import org.shishi.core.text.CoreMessages;

/** §13.5: on 1 November, then each Monday while next year's calendar is missing. 2026-11-01 is a Sunday. */
class CalendarReminderJobTest {

    private final List<Post.Message> sent = new ArrayList<>();

    private final Post post = new Post() {
        @Override
        public int deliver(Collection<Letter> letters) {
            throw new AssertionError("administrators only");
        }

        @Override
        public int toAccounts(Collection<UUID> accounts, Message message) {
            throw new AssertionError("administrators only");
        }

        @Override
        public int toDeputies(Collection<UUID> absent, UUID except, Message message) {
            throw new AssertionError("administrators only");
        }

        @Override
        public Map<UUID, Integer> reach(Set<Right> rights, String programmeId, Collection<UUID> organisations) {
            throw new AssertionError("not asked for here");
        }

        @Override
        public int toAdministrators(Message message) {
            sent.add(message);
            return 1;
        }
    };

    private void run(LocalDate today, Integer... yearsWithData) {
        Set<Integer> covered = Set.of(yearsWithData);
        WorkingCalendar calendar = new WorkingCalendar() {
            @Override
            public boolean isWorkingDay(LocalDate day) {
                throw new AssertionError("nothing to count");
            }

            @Override
            public LocalDate addWorkingDays(LocalDate day, int n) {
                throw new AssertionError("nothing to count");
            }

            @Override
            public boolean covers(int year) {
                return covered.contains(year);
            }
        };
        new CalendarReminderJob(calendar, post, new CoreMessages(), nothingMoves())
                .run(new RunningJob(UUID.randomUUID(), null, today, null, Clock.systemUTC()));
    }

    private static TodoDueDays nothingMoves() {
        return new TodoDueDays() {
            @Override
            public int recalculate() {
                return 0;
            }

            @Override
            public List<CalendarAdmin.Moved> wouldMove(WorkingCalendar other) {
                return List.of();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        // today, the day the notice belongs to
        "2026-11-01, 2026-11-01",
        "2026-11-02, 2026-11-02",
        "2026-11-05, 2026-11-02",
        "2026-11-08, 2026-11-02",
        "2026-11-09, 2026-11-09",
        "2026-12-31, 2026-12-28",
        "2027-01-01, 2026-12-28",
        "2027-01-04, 2027-01-04",
    })
    void belongsToTheLastDayItWasDueOn(LocalDate today, LocalDate day) {
        run(today, 2026);

        assertEquals(1, sent.size());
        assertEquals(day, sent.getFirst().day());
        assertEquals("2027", sent.getFirst().object());
        assertEquals("请导入2027年工作日历", sent.getFirst().title().zh());
    }

    @Test
    void nothingBeforeNovemberAndNothingOnceItIsThere() {
        run(LocalDate.of(2026, 10, 31), 2026);
        run(LocalDate.of(2026, 11, 1), 2026, 2027);
        run(LocalDate.of(2027, 1, 4), 2026, 2027);

        assertEquals(List.of(), sent);
    }
}
