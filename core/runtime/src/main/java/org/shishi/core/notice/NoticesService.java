package org.shishi.core.notice;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.notice.Notice;
import org.shishi.api.notice.Notices;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.text.Texts;
import org.shishi.core.notice.Post.Letter;
import org.shishi.core.notice.Post.Message;
import org.shishi.core.template.Wordings;

/**
 * Words a programme's notices, now and in both languages: when they are read the programme may be away. What happens in
 * every programme the core words, unless the programme or its edition has its own words for it.
 */
@Component
public final class NoticesService implements Notices {

    private final Post post;
    private final Wordings wordings;

    @Activate
    public NoticesService(@Reference Post post, @Reference Wordings wordings) {
        this.post = post;
        this.wordings = wordings;
    }

    @Override
    public int send(ProgrammeContext programme, Notice notice) {
        String key = "notice." + notice.type();
        Texts words = wordings.of(programme.programmeId(), programme.year(), programme.texts());
        Message message = new Message(
                programme.programmeId(),
                programme.year(),
                notice.type(),
                notice.object(),
                notice.day(),
                words.of(key, notice.args()),
                words.of(key + ".body", notice.args()),
                notice.link(),
                words.has(key + ".sms") ? words.of(key + ".sms", notice.args()) : null);
        return post.deliver(List.of(new Letter(notice.organisation(), notice.rights(), message)));
    }
}
