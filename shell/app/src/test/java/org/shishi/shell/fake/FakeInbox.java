package org.shishi.shell.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Inbox;
import org.shishi.api.text.Text;

/** Forty notices, the same for everybody. */
public final class FakeInbox implements Inbox {

    private final List<Message> messages = new ArrayList<>();

    FakeInbox() {
        for (int i = 0; i < 40; i++) {
            messages.add(new Message(
                    new UUID(1, i),
                    "guest",
                    new Text("第 " + i + " 号事项已退回修改", "Thing " + i + " was returned"),
                    new Text("请补充“地址”和“面积”两项后重新提交，截止日期 2026-09-30。", "Mend address and area."),
                    i % 3 == 0 ? null : "2024/guest/things",
                    Instant.parse("2026-09-20T08:00:00Z").minusSeconds(i * 7200L),
                    i > 2));
        }
    }

    @Override
    public synchronized List<Message> list(Caller caller, boolean unreadOnly, UUID beforeId, int limit) {
        return messages.stream()
                .filter(m -> !unreadOnly || !m.read())
                .filter(m -> beforeId == null || m.id().getLeastSignificantBits() > beforeId.getLeastSignificantBits())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int unread(Caller caller) {
        return (int) messages.stream().filter(m -> !m.read()).count();
    }

    @Override
    public synchronized void markRead(Caller caller, UUID id) {
        messages.replaceAll(m -> m.id().equals(id) ? read(m) : m);
    }

    @Override
    public synchronized void markAllRead(Caller caller) {
        messages.replaceAll(FakeInbox::read);
    }

    private static Message read(Message m) {
        return new Message(m.id(), m.programmeId(), m.title(), m.body(), m.link(), m.at(), true);
    }
}
