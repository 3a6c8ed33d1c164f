package org.shishi.shell.delivery;

import java.util.List;
import java.util.function.Function;
import org.shishi.api.platform.DeliveryChannel;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.text.Messages;
import org.shishi.shell.text.Moments;
import org.shishi.shell.text.ShellTexts;

/** Letters as rows of a table. */
final class LetterRows {

    private LetterRows() {}

    static PagedTable<Item> table() {
        PagedTable<Item> table = new PagedTable<>(
                ShellTexts.t("delivery.title"),
                List.of(
                        column("delivery.what", PagedTable.Width.TEXT, LetterRows::title),
                        column("delivery.recipient", PagedTable.Width.SHORT, Item::recipient),
                        column("delivery.channel", PagedTable.Width.SHORT, item -> channel(item.channel())),
                        column("delivery.attempts", PagedTable.Width.NUMBER, item -> Integer.toString(item.attempts())),
                        column(
                                "delivery.when",
                                PagedTable.Width.SHORT,
                                item -> Moments.minute(item.sentAt() != null ? item.sentAt() : item.next())),
                        column(
                                "delivery.error",
                                PagedTable.Width.TEXT,
                                item -> item.error() == null ? "" : item.error())),
                Wanted::key,
                (sort, descending) -> {});
        table.footer().setVisible(false);
        return table;
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
