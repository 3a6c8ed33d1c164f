package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.Tasks;
import org.shishi.kit.field.Amounts;

/** How far long work is, kept up to date by push; can be cancelled; says so when it ends. */
public final class TaskProgress extends Div {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final transient Tasks tasks;
    private final transient Caller caller;
    private final transient UUID id;
    private final transient Ticker ticker;
    private final transient Consumer<Tasks.Task> ended;
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final Button cancel;
    private Registration ticking;

    /** @param ended run once on the UI thread when the task no longer runs */
    public TaskProgress(Tasks tasks, Caller caller, UUID id, Ticker ticker, Consumer<Tasks.Task> ended) {
        this.tasks = tasks;
        this.caller = caller;
        this.id = id;
        this.ticker = ticker;
        this.ended = ended;
        addClassName("task-progress");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", t("task.progress"));
        cancel = new Button(t("task.cancel"), e -> tasks.cancel(caller, id));
        cancel.setDisableOnClick(true);
        add(bar, words, cancel);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ticking = ticker.every(PERIOD, event.getUI(), this::look);
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
    }

    private void look() {
        if (ticking == null) {
            return;
        }
        Optional<Tasks.Task> task = tasks.get(caller, id);
        task.ifPresent(this::show);
        if (task.isEmpty() || task.get().state() != Tasks.State.RUNNING) {
            stop();
            task.ifPresent(ended);
        }
    }

    private void show(Tasks.Task task) {
        bar.setIndeterminate(task.total() <= 0);
        if (task.total() > 0) {
            bar.setMax(Math.max(task.total(), task.done()));
            bar.setValue(task.done());
        }
        words.setText(
                task.total() > 0
                        ? t(
                                "task.of",
                                Amounts.count(task.done()),
                                Amounts.count(task.total()),
                                Amounts.count(task.rejected()))
                        : t("task.so-far", Amounts.count(task.done()), Amounts.count(task.rejected())));
    }

    private void stop() {
        if (ticking != null) {
            ticking.remove();
            ticking = null;
        }
    }
}
