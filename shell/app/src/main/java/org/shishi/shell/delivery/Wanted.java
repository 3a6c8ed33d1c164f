package org.shishi.shell.delivery;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.api.platform.Outbox.State;
import org.shishi.kit.component.Links;
import org.shishi.shell.page.Paging;

/** What the address of the list of letters asks for. What nobody could mean asks for nothing. */
record Wanted(Outbox.Query query) {

    static Wanted of(State state) {
        return new Wanted(new Outbox.Query(state, null, null));
    }

    static Wanted of(QueryParameters parameters) {
        return new Wanted(new Outbox.Query(
                one(parameters, "state", State.values()).orElse(State.FAILED),
                one(parameters, "channel", DeliveryChannel.values()).orElse(null),
                word(parameters, "q").orElse(null)));
    }

    private static Optional<String> word(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> one(QueryParameters parameters, String name, E[] all) {
        return word(parameters, name).flatMap(word -> Arrays.stream(all)
                .filter(one -> lower(one).equals(word))
                .findFirst());
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    Wanted in(State state) {
        return new Wanted(new Outbox.Query(state, query.channel(), query.text()));
    }

    boolean narrowed() {
        return query.channel() != null || query.text() != null;
    }

    QueryParameters parameters() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("state", lower(query.state()));
        if (query.channel() != null) {
            words.put("channel", lower(query.channel()));
        }
        if (query.text() != null) {
            words.put("q", query.text());
        }
        return QueryParameters.simple(words);
    }

    String path() {
        return Links.withQuery(DeliveryPage.ROUTE, parameters());
    }

    /** Where a page ends, as it stands in the address. */
    static String key(Item item) {
        return item.noticeId() + "." + item.channel();
    }

    /** @return null: from the newest */
    static Item place(QueryParameters parameters) {
        String key = Paging.after(parameters).orElse("");
        int dot = key.indexOf('.');
        return dot < 0
                ? null
                : Paging.uuid(key.substring(0, dot))
                        .flatMap(notice -> Arrays.stream(DeliveryChannel.values())
                                .filter(channel -> channel.name().equals(key.substring(dot + 1)))
                                .findFirst()
                                .map(channel -> new Item(notice, channel, "", 0, "", null, null, 0, null, null, null)))
                        .orElse(null);
    }
}
