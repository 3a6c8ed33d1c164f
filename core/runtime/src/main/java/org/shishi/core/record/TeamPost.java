package org.shishi.core.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.core.notice.Post;
import org.shishi.core.notice.Post.Letter;
import org.shishi.core.notice.Post.Message;

/** Words what happened to a record between people, and tells those whom it concerns. */
final class TeamPost {

    private final Post post;
    private final CoreTexts texts;

    TeamPost(Post post, CoreTexts texts) {
        this.post = post;
        this.texts = texts;
    }

    /** @param words null: none */
    <T extends ProgrammeRecord> int toPeople(
            Kind<T> kind, T record, String what, Context context, String words, Collection<UUID> people) {
        return post.toAccounts(people, message(kind, record, what, context, words));
    }

    /**
     * To people and to those who stand in for them today: what deputies can do, too.
     *
     * @param words null: none
     */
    <T extends ProgrammeRecord> int toPeopleAndDeputies(
            Kind<T> kind, T record, String what, Context context, String words, Collection<UUID> people) {
        Message message = message(kind, record, what, context, words);
        return post.toAccounts(people, message)
                + post.toDeputies(people, context.caller().accountId(), message);
    }

    /** To the deputies of one who was given something: in whose place they may do it. */
    <T extends ProgrammeRecord> int toDeputies(
            Kind<T> kind, T record, String what, Context context, String words, Colleagues.Colleague absent) {
        return post.toDeputies(
                List.of(absent.account()),
                context.caller().accountId(),
                message(kind, record, what, context, words, absent.name()));
    }

    <T extends ProgrammeRecord> int toOrganisation(
            Kind<T> kind, T record, String what, Context context, String words, UUID organisation, Set<Right> rights) {
        return post.deliver(List.of(new Letter(
                organisation, rights, record.head().createdBy(), message(kind, record, what, context, words))));
    }

    private <T extends ProgrammeRecord> Message message(
            Kind<T> kind, T record, String what, Context context, String words) {
        return message(kind, record, what, context, words, "");
    }

    private <T extends ProgrammeRecord> Message message(
            Kind<T> kind, T record, String what, Context context, String words, String absent) {
        LocalDate today = context.today();
        String title = String.valueOf(kind.type().title(record));
        String said = words == null ? "" : words;
        String by = context.caller().name();
        return new Message(
                kind.programmeId(),
                kind.year(),
                "team-" + what,
                kind.object(record.id()),
                today,
                texts.get("notice.team-" + what, title),
                texts.get("notice.team-" + what + ".body", title, by, said, absent),
                kind.year() + "/" + kind.programmeId() + "/" + kind.type().id() + "/" + record.id());
    }
}
