package org.shishi.core.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.DeadlineCentre.PlanQuery;
import org.shishi.api.platform.DeadlineCentre.Planned;
import org.shishi.api.platform.DeadlineCentre.PlannedDay;
import org.shishi.core.deadline.Kin.Sending;
import org.shishi.core.deadline.KinRows.Open;
import org.shishi.core.notice.Post;
import org.shishi.core.template.Wordings;

/** What will be sent on which day, computed as {@link DeadlinesService} will compute it then. Nothing of it is stored. */
final class Outlook {

    private record Edition(String programmeId, int year) {}

    private record Due(Kin kin, Sending sending) {}

    private final Organisations organisations;
    private final Post post;
    private final Wordings wordings;
    private final Map<Edition, ReminderWords> words = new HashMap<>();
    private final Plans plans;
    private final LocalDate today;

    Outlook(Organisations organisations, Post post, Wordings wordings, Plans plans, LocalDate today) {
        this.organisations = organisations;
        this.post = post;
        this.wordings = wordings;
        this.plans = plans;
        this.today = today;
    }

    List<PlannedDay> days(Handle handle, Visible visible, PlanQuery query) {
        List<PlannedDay> days = new ArrayList<>();
        byDay(new KinRows(handle, visible), query)
                .forEach((day, due) -> days.add(new PlannedDay(
                        day,
                        due.stream().mapToInt(one -> one.kin().count()).sum(),
                        due.stream()
                                .filter(one -> one.sending().copied())
                                .mapToInt(one -> one.kin().count())
                                .sum())));
        return days;
    }

    private SortedMap<LocalDate, List<Due>> byDay(KinRows rows, PlanQuery query) {
        SortedMap<LocalDate, List<Due>> byDay = new TreeMap<>();
        for (Kin kin : rows.all(query.programmeId(), query.organisation())) {
            for (Sending sending : kin.sendings(plans.of(kin.terms()), today)) {
                LocalDate day = sending.day();
                if ((query.from() == null || !day.isBefore(query.from()))
                        && (query.to() == null || !day.isAfter(query.to()))) {
                    byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(new Due(kin, sending));
                }
            }
        }
        return byDay;
    }

    /** By day, then by deadline, after one on a day. */
    List<Planned> list(Handle handle, Visible visible, PlanQuery query, LocalDate afterDay, UUID afterId, int limit) {
        KinRows rows = new KinRows(handle, visible);
        List<Planned> list = new ArrayList<>();
        SortedMap<LocalDate, List<Due>> byDay = byDay(rows, query);
        for (Map.Entry<LocalDate, List<Due>> day : (afterDay == null ? byDay : byDay.tailMap(afterDay)).entrySet()) {
            if (list.size() >= limit) {
                break;
            }
            UUID after = day.getKey().equals(afterDay) ? afterId : null;
            list.addAll(day(rows, query, day.getValue(), after, limit - list.size()));
        }
        return list;
    }

    private ReminderWords words(DeadlineTable.Kind kind) {
        return words.computeIfAbsent(
                new Edition(kind.programmeId(), kind.year()),
                edition -> new ReminderWords(wordings.of(edition.programmeId(), edition.year(), null)));
    }

    private List<Planned> day(KinRows rows, PlanQuery query, List<Due> due, UUID after, int limit) {
        Map<DeadlineTable.Kind, Map<Terms, Sending>> sendings = new HashMap<>();
        due.forEach(one -> sendings.computeIfAbsent(one.kin().kind(), key -> new HashMap<>())
                .put(one.kin().terms(), one.sending()));
        List<Open> open = rows.of(due.stream().map(Due::kin).toList(), query.organisation(), after, limit);
        Map<String, Map<UUID, Integer>> people = new HashMap<>();
        return open.stream().map(one -> planned(one, sendings, people, open)).toList();
    }

    private Planned planned(
            Open one,
            Map<DeadlineTable.Kind, Map<Terms, Sending>> sendings,
            Map<String, Map<UUID, Integer>> people,
            List<Open> page) {
        LocalDate due = one.terms().due();
        Sending sending = sendings.get(one.kind()).get(one.terms());
        Map<UUID, Integer> reached = people.computeIfAbsent(
                one.kind().programmeId(),
                programme -> post.reach(
                        ReminderWords.WHO_ACTS,
                        programme,
                        page.stream().map(Open::organisation).toList()));
        return new Planned(
                one.id(),
                sending.day(),
                sending.planned().isBefore(sending.day()),
                one.kind().programmeId(),
                one.kind().year(),
                words(one.kind()).title(one.title(), due, sending.day()),
                one.organisationName(),
                reached.getOrDefault(one.organisation(), 0),
                due,
                sending.copied()
                        ? organisations
                                .superiorOf(one.organisation())
                                .map(Organisation::name)
                                .orElse(null)
                        : null);
    }
}
