package org.shishi.shell.delivery;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shishi.api.platform.Outbox;
import org.shishi.api.platform.Outbox.Item;
import org.shishi.api.platform.Outbox.Letter;
import org.shishi.api.platform.Outbox.Resent;
import org.shishi.kit.component.Announcer;
import org.shishi.kit.session.CurrentUser;
import org.shishi.shell.text.ShellTexts;

/** Sends the ticked letters again, and says which it left out and why. */
final class Resending extends Div {

    private final transient Outbox outbox;
    private final transient Consumer<Div> done;

    /** @param done gets what is to be said about it */
    Resending(Outbox outbox, Consumer<Div> done) {
        this.outbox = outbox;
        this.done = done;
        addClassName("batch-bar");
        setVisible(false);
    }

    void selected(Set<Item> ticked) {
        removeAll();
        setVisible(!ticked.isEmpty());
        if (ticked.isEmpty()) {
            return;
        }
        String count = ShellTexts.t("delivery.selected", ticked.size());
        Announcer.say(count);
        Button again = new Button(ShellTexts.t("delivery.resend.selected"), new Icon("vaadin:refresh"), e -> {
            Resent resent = outbox.resend(
                    CurrentUser.get(), ticked.stream().map(Resending::letter).toList());
            done.accept(said(resent, ticked));
        });
        again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Span(count), again);
    }

    private static Letter letter(Item item) {
        return new Letter(item.noticeId(), item.channel());
    }

    private static Div said(Resent resent, Set<Item> ticked) {
        Div said = said(ShellTexts.t("delivery.resent", resent.again()));
        if (resent.skipped().isEmpty()) {
            return said;
        }
        Map<Letter, Item> items =
                ticked.stream().collect(Collectors.toMap(Resending::letter, Function.identity(), (a, b) -> a));
        UnorderedList left = new UnorderedList();
        resent.skipped().forEach(skipped -> {
            Item item = items.get(skipped.letter());
            left.add(new ListItem(ShellTexts.t(
                    "delivery.skipped.one",
                    LetterRows.title(item),
                    item.recipient(),
                    LetterRows.channel(item.channel()),
                    ShellTexts.t("delivery.skip." + skipped.why()))));
        });
        said.add(new Paragraph(ShellTexts.t("delivery.skipped", resent.skipped().size())), left);
        return said;
    }

    /** What is said about something that was just done. */
    static Div said(String words) {
        Div said = new Div(new Paragraph(words));
        said.addClassNames("card", "stack");
        said.getElement().setAttribute("role", "status");
        return said;
    }
}
