package org.shishi.kit.detail;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.stream.Collectors;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Teamwork;
import org.shishi.api.record.Teamwork.Act;
import org.shishi.api.record.Teamwork.Round;
import org.shishi.api.record.Teamwork.Signature;
import org.shishi.api.record.Teamwork.Situation;
import org.shishi.api.record.Teamwork.Waiting;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.visit.Visit;

/** Whom a record waits for, who was asked to sign and how far that is, and what can be done between people. */
final class TeamPanel<T extends ProgrammeRecord> extends Section {

    private final transient Visit visit;
    private final transient TeamDialogs<T> dialogs;

    TeamPanel(Visit visit, RecordType<T> type, T record, Runnable changed) {
        this.visit = visit;
        Situation situation = visit.records(type).teamwork().situation(visit.caller(), record.id());
        dialogs = new TeamDialogs<>(visit, type, record, situation, changed);
        addClassNames("card", "team");
        add(new H2(t("team.title")), waiting(situation));
        if (situation.round() != null) {
            add(round(situation.round()));
        }
        add(buttons(situation));
    }

    private Component waiting(Situation situation) {
        if (situation.waiting().isEmpty()) {
            Paragraph none = new Paragraph(t("team.waits.none"));
            none.addClassName("muted");
            return none;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("team-waiting");
        situation.waiting().forEach(waiting -> list.add(new ListItem(words(waiting))));
        return list;
    }

    private String words(Waiting waiting) {
        String steps =
                waiting.actions().stream().map(visit::action).distinct().collect(Collectors.joining(t("team.or")));
        String who = waiting.holder() == null
                ? waiting.organisation()
                : t("timeline.who", waiting.holder(), waiting.organisation());
        return waiting.due() == null ? t("team.waits", who, steps) : t("team.waits.due", who, steps, waiting.due());
    }

    private Component round(Round round) {
        Div all = new Div();
        all.addClassName("team-round");
        int asked = round.signatures().size();
        Paragraph head = new Paragraph(
                round.decision() == null
                        ? t("team.round.before", round.askedByName(), round.agreed(), asked)
                        : t(
                                "team.round.after",
                                round.askedByName(),
                                visit.action(round.decision()),
                                round.agreed(),
                                asked));
        ProgressBar bar = new ProgressBar(0, asked, round.agreed());
        bar.getElement().setAttribute("aria-label", t("team.progress"));
        UnorderedList list = new UnorderedList();
        round.signatures().forEach(signature -> list.add(item(signature)));
        all.add(head, bar);
        if (round.reason() != null) {
            all.add(new Paragraph(t("timeline.reason", round.reason())));
        }
        all.add(list);
        return all;
    }

    private static ListItem item(Signature signature) {
        String word = t("team.verdict." + signature.verdict().name());
        StatusBadge badge =
                switch (signature.verdict()) {
                    case OPEN -> new StatusBadge(Tone.WAITING, "vaadin:hourglass", word);
                    case AGREED -> new StatusBadge(Tone.SUCCESS, "vaadin:check", word);
                    case REFUSED -> new StatusBadge(Tone.DANGER, "vaadin:close", word);
                    case LAPSED -> new StatusBadge(Tone.NEUTRAL, "vaadin:ban", word);
                };
        ListItem item = new ListItem(new Span(t("timeline.who", signature.name(), signature.organisation())), badge);
        if (signature.opinion() != null) {
            item.add(new Paragraph(t("timeline.reason", signature.opinion())));
        }
        return item;
    }

    private Div buttons(Situation situation) {
        Div buttons = new Div();
        buttons.addClassNames("team-acts", "no-print");
        if (situation.acts().contains(Act.SIGN)) {
            Button sign = button("team.agree", "vaadin:check", () -> dialogs.sign(true));
            sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(sign, button("team.refuse", "vaadin:close", () -> dialogs.sign(false)));
        }
        add(buttons, situation, Act.ASK_BEFORE, "vaadin:users", dialogs::askBefore);
        add(buttons, situation, Act.ASK_AFTER, "vaadin:user-check", dialogs::askAfter);
        add(buttons, situation, Act.PASS_ON, "vaadin:arrow-forward", dialogs::passOn);
        add(buttons, situation, Act.SEND_BACK, "vaadin:arrow-backward", dialogs::sendBack);
        add(buttons, situation, Act.WITHDRAW, "vaadin:reply", dialogs::withdraw);
        add(buttons, situation, Act.NUDGE, "vaadin:bell", dialogs::nudge);
        add(buttons, situation, Act.COPY, "vaadin:copy-o", dialogs::copyTo);
        buttons.setVisible(buttons.getComponentCount() > 0);
        return buttons;
    }

    private static void add(Div buttons, Situation situation, Act act, String icon, Runnable deed) {
        if (situation.acts().contains(act)) {
            buttons.add(button("team.act." + act.name(), icon, deed));
        }
    }

    private static Button button(String key, String icon, Runnable deed) {
        Button button = new Button(t(key), new Icon(icon), e -> deed.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** The caller has seen it: a copy leaves the list of what is to be read. */
    static void seen(Visit visit, RecordType<?> type, java.util.UUID id) {
        Teamwork team = visit.records(type).teamwork();
        team.read(visit.caller(), id);
    }
}
