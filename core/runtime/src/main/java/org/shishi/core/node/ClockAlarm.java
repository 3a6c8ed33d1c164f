package org.shishi.core.node;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.text.Text;
import org.shishi.core.notice.Post;
import org.shishi.core.notice.Post.Message;
import org.shishi.core.time.ShanghaiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says it when a node's clock is wrong: once in the log, and once a day to those who run the platform. */
@Component(service = ClockAlarm.class)
public final class ClockAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(ClockAlarm.class);

    private final Post post;
    private final CoreTexts texts;
    private final Clock clock;
    private boolean said;
    private LocalDate toldOn;

    @Activate
    public ClockAlarm(@Reference Post post, @Reference CoreTexts texts) {
        this(post, texts, new ShanghaiClock());
    }

    /** @param clock the one that is watched */
    ClockAlarm(Post post, CoreTexts texts, Clock clock) {
        this.post = post;
        this.texts = texts;
        this.clock = clock;
    }

    void look(String node, Duration ahead, boolean wrong) {
        if (!wrong) {
            if (said) {
                LOG.info("The clock of this node is right again");
            }
            said = false;
            toldOn = null;
            return;
        }
        long seconds = Math.abs(ahead.toSeconds());
        if (!said) {
            LOG.error(
                    "The clock of this node is {} s {} the database's: jobs begin at the wrong time here. Set it right (NTP)",
                    seconds,
                    ahead.isNegative() ? "behind" : "ahead of");
            said = true;
        }
        // The day is the database's: the wrong clock must not tell a second time.
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(ahead), ShanghaiClock.ZONE);
        if (!today.equals(toldOn)) {
            tell(node, seconds, ahead.isNegative(), today);
            toldOn = today;
        }
    }

    private void tell(String node, long seconds, boolean behind, LocalDate today) {
        Text direction = texts.get(behind ? "node.clock.behind" : "node.clock.ahead");
        post.toAdministrators(Message.ofPlatform(
                "core-clock",
                node,
                today,
                texts.get("notice.core-clock", node),
                texts.get("notice.core-clock.body", node, seconds, direction),
                "admin/nodes"));
    }
}
