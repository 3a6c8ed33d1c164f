package org.shishi.core.notice;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.notice.Notice;
import org.shishi.api.notice.Notices;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.notice.Post.Letter;
import org.shishi.core.notice.Post.Message;

/** Words a programme's notices, now and in both languages: when they are read the programme may be away. */
@Component
public final class NoticesService implements Notices {

    private final Post post;
    private final CoreTexts core;

    @Activate
    public NoticesService(@Reference Post post, @Reference CoreTexts core) {
        this.post = post;
        this.core = core;
    }

    @Override
    public int send(ProgrammeContext programme, Notice notice) {
        String key = "notice." + notice.type();
        Message message = new Message(
                programme.programmeId(),
                programme.year(),
                notice.type(),
                notice.object(),
                notice.day(),
                text(programme, key, notice),
                text(programme, key + ".body", notice),
                notice.link(),
                programme.texts().has(key + ".sms") ? text(programme, key + ".sms", notice) : null);
        return post.deliver(List.of(new Letter(notice.organisation(), notice.rights(), message)));
    }

    /** What happens in every programme the core words, unless the programme has its own words for it. */
    private Text text(ProgrammeContext programme, String key, Notice notice) {
        Texts own = programme.texts();
        Texts words = own.has(key) || !core.has(key) ? own : core;
        return words.of(key, notice.args());
    }
}
