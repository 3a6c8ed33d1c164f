package org.shishi.api.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.text.Text;

/**
 * Who owes what by when, within the caller's scope (R-C.13) and programmes. Also of programmes that are away: what was owed
 * when they left.
 */
@ProviderType
public interface DeadlineCentre {

    enum State {
        /** Not done, its day not over. */
        OPEN,
        /** Not done, its day is over. */
        LATE,
        DONE
    }

    /**
     * What is asked for.
     *
     * @param state null: every one
     * @param programmeId null: every one
     * @param from first due day; null: no bound
     * @param to last due day; null: no bound
     * @param organisation part of the owing organisation's name; null or blank: every one
     */
    record Query(State state, String programmeId, LocalDate from, LocalDate to, String organisation) {}

    /**
     * @param organisation name of who owes it
     * @param hard nothing is accepted after the day
     * @param doneOn the day it was done in Asia/Shanghai; null: it is not
     * @param state as of today
     */
    record Item(
            UUID id,
            String programmeId,
            int year,
            Text title,
            String organisation,
            LocalDate due,
            boolean hard,
            LocalDate doneOn,
            State state) {}

    /** By due day, after {@code afterId} (null: from the start). */
    List<Item> list(Caller caller, Query query, UUID afterId, int limit);

    /**
     * @param programmeId null: every one
     * @param from first day on which something is sent; null: no bound
     * @param to last one; null: no bound
     * @param organisation part of the owing organisation's name; null or blank: every one
     */
    record PlanQuery(String programmeId, LocalDate from, LocalDate to, String organisation) {}

    /**
     * What goes out on a day.
     *
     * @param reminders things that are reminded of
     * @param copies of these, how many with a copy to the superior organisation
     */
    record PlannedDay(LocalDate day, int reminders, int copies) {}

    /**
     * A reminder that will go out unless the thing is done before.
     *
     * @param deadline the id of what is owed
     * @param day in Asia/Shanghai, when its job runs
     * @param missed its own day passed while nothing was sent; it is made up
     * @param title as it will be worded
     * @param organisation name of who is reminded
     * @param people accounts of that organisation that would get it as of now
     * @param due last day of what is owed
     * @param copyTo name of the superior organisation that gets a copy; null: none does
     */
    record Planned(
            UUID deadline,
            LocalDate day,
            boolean missed,
            String programmeId,
            int year,
            Text title,
            String organisation,
            int people,
            LocalDate due,
            String copyTo) {}

    /**
     * The days on which reminders will go out, from today on, by day.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-MISSING}: a plan reaches into a year without calendar
     */
    List<PlannedDay> planDays(Caller caller, PlanQuery query);

    /**
     * The reminders themselves, by day and then by deadline, after one of them.
     *
     * @param afterDay and {@code afterId}: day and deadline of the last one seen; null: from the start
     * @throws org.shishi.api.rule.RefusedException {@code CORE-CAL-MISSING}
     */
    List<Planned> plan(Caller caller, PlanQuery query, LocalDate afterDay, UUID afterId, int limit);

    record Counts(int open, int dueThisWeek, int late) {}

    /** Counts no further than 10 000 each. */
    Counts counts(Caller caller);

    /**
     * How an organisation kept its days: of what was due up to today, what was done in time, done late, and not done.
     * What is not yet due counts nowhere, also if it is done.
     */
    record Punctuality(UUID organisation, String name, int inTime, int late, int missing) {

        public int due() {
            return inTime + late + missing;
        }
    }

    /** Organisations in scope that owed anything in these days: the most unreliable first, at most {@code limit}. */
    List<Punctuality> punctuality(Caller caller, String programmeId, LocalDate from, LocalDate to, int limit);

    /** When the caller's calendar address was made; empty: there is none. */
    Optional<Instant> feedSince(Caller caller);

    /**
     * A new secret address under which a calendar program reads what the caller's organisations owe; the one before ends.
     *
     * @return the secret: shown once, only its hash is kept
     */
    String newFeed(Caller caller);

    /** Ends the address; nothing happens when there is none. */
    void endFeed(Caller caller);

    /** @param locale in which its owner reads */
    record Feed(Locale locale, List<Item> items) {
        public Feed {
            items = List.copyOf(items);
        }
    }

    /**
     * Everything open that the organisations owe in which the account sees it by its roles, or by those of whom it stands in
     * for today; empty for a secret that is none (any more).
     */
    Optional<Feed> feed(String secret);
}
