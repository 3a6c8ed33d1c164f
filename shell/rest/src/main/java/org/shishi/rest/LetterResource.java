package org.shishi.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.api.platform.Outbox.Letter;
import org.shishi.api.platform.Outbox.Resent;
import org.shishi.api.platform.Outbox.Skipped;
import org.shishi.api.platform.Outbox.State;

/** E-mail and text messages, for operators' scripts; the same use case as the page 通知投递. */
@Component(service = Resource.class)
public final class LetterResource implements Resource {

    private static final int MOST = 200;

    private final Outbox outbox;

    @Activate
    public LetterResource(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/letters",
                                "E-mail and text messages: state=failed|waiting|sent; by key, newest first",
                                this::list)
                        .described(d -> d.query("state", "string")
                                .query("channel", "string")
                                .query("q", "string")
                                .query("after", "string")
                                .query("limit", "integer")
                                .answers(200, "LetterPage")),
                Route.of(
                                "POST",
                                "/letters/resend",
                                "Send failed ones again: those named, or all that a query finds",
                                this::resend)
                        .described(d -> d.takes("LetterChoice").answers(200, "LettersResent")));
    }

    private Reply list(Exchange exchange) {
        int limit = exchange.number("limit", 50, 1, MOST);
        Outbox.Query query = new Outbox.Query(
                exchange.choice("state", State.FAILED, Words.of(State.values())),
                exchange.choice("channel", null, Words.of(DeliveryChannel.values())),
                exchange.query("q").orElse(null));
        Item after = exchange.query("after").map(LetterResource::place).orElse(null);
        List<Item> page = outbox.list(exchange.caller(), query, after, limit);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("items", page.stream().map(LetterResource::plain).toList());
        plain.put("next", page.size() < limit ? null : key(page.getLast()));
        return Reply.ok(plain);
    }

    private static String key(Item item) {
        return item.noticeId() + "." + Words.of(item.channel());
    }

    private static Item place(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            throw new Json.BadRequest("'after' is what 'next' of the page before said");
        }
        DeliveryChannel channel = channel(key.substring(dot + 1));
        UUID notice = Target.uuid("after", key.substring(0, dot));
        return new Item(notice, channel, "", 0, "", null, null, 0, null, null, null);
    }

    private static DeliveryChannel channel(String word) {
        DeliveryChannel channel = Words.of(DeliveryChannel.values()).get(word);
        if (channel == null) {
            throw new Json.BadRequest(
                    "'channel' is one of " + Words.of(DeliveryChannel.values()).keySet());
        }
        return channel;
    }

    private static Map<String, Object> plain(Item item) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("notice", item.noticeId().toString());
        plain.put("channel", Words.of(item.channel()));
        plain.put("programme", item.programmeId());
        plain.put("year", item.year());
        plain.put("recipient", item.recipient());
        plain.put("title", ProgrammeResource.text(item.title()));
        plain.put("state", Words.of(item.state()));
        plain.put("attempts", item.attempts());
        plain.put("next", Objects.toString(item.next(), null));
        plain.put("sentAt", Objects.toString(item.sentAt(), null));
        plain.put("error", item.error());
        return plain;
    }

    private Reply resend(Exchange exchange) {
        Map<String, Object> body = exchange.json();
        if (body.get("letters") instanceof List<?> named) {
            Resent resent = outbox.resend(
                    exchange.caller(),
                    named.stream().map(LetterResource::letter).toList());
            return said(resent.again(), resent.skipped());
        }
        if (!(body.get("query") instanceof Map<?, ?>)) {
            throw new Json.BadRequest("'letters' or 'query' is needed");
        }
        Map<String, Object> query = Json.object(body, "query");
        String channel = Json.text(query, "channel");
        Outbox.Query meant =
                new Outbox.Query(State.FAILED, channel == null ? null : channel(channel), Json.text(query, "q"));
        return said(outbox.resendFailed(exchange.caller(), meant), List.of());
    }

    private static Letter letter(Object member) {
        Map<String, Object> named = Json.object(Map.of("letters", member), "letters");
        return new Letter(
                Target.uuid("notice", Objects.toString(named.get("notice"), "")),
                channel(Objects.toString(named.get("channel"), "")));
    }

    private static Reply said(int again, List<Skipped> skipped) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("again", again);
        plain.put(
                "skipped",
                skipped.stream()
                        .map(one -> Map.of(
                                "notice",
                                one.letter().noticeId().toString(),
                                "channel",
                                Words.of(one.letter().channel()),
                                "why",
                                Words.of(one.why())))
                        .toList());
        return Reply.ok(plain);
    }
}
