package org.shishi.shell.delivery;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.api.platform.Outbox.State;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Letters as rows of a table. */
final class LetterRows {

    private LetterRows() {}

    /** What failed has no time: it is not tried any more. */
    static PagedTable<Item> table(State state) {
        Stream<PagedTable.Column<Item>> columns = Stream.of(
                column("delivery.what", PagedTable.Width.TEXT, LetterRows::title),
                column("delivery.recipient", PagedTable.Width.SHORT, Item::recipient),
                column("delivery.channel", PagedTable.Width.SHORT, item -> channel(item.channel())),
                column("delivery.attempts", PagedTable.Width.NUMBER, item -> Integer.toString(item.attempts())),
                state == State.FAILED ? null : column("delivery.when", PagedTable.Width.SHORT, LetterRows::when),
                column("delivery.error", PagedTable.Width.TEXT, item -> item.error() == null ? "" : item.error()));
        PagedTable<Item> table = new PagedTable<>(
                ShellTexts.t("delivery.title"),
                columns.filter(Objects::nonNull).toList(),
                Wanted::key,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
    }

    private static String when(Item item) {
        return Moments.minute(item.sentAt() != null ? item.sentAt() : item.next());
    }

    static String channel(DeliveryChannel channel) {
        return ShellTexts.t("delivery.channel." + channel);
    }

    static String title(Item item) {
        return item.title().in(Messages.locale());
    }

    private static PagedTable.Column<Item> column(String key, PagedTable.Width width, Function<Item, String> text) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, width, item -> Cell.text(text.apply(item)));
    }
}
