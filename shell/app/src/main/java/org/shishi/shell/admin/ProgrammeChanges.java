package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.shishi.api.identity.Caller;
import org.shishi.api.platform.ProgrammeAdmin;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.rule.RefusedException;
import org.shishi.kit.component.Notices;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.UploadTexts;
import org.shishi.shell.live.OpenUis;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.session.Background;
import org.shishi.shell.text.ShellTexts;

/**
 * Changes of programmes: plan, confirmation, work in the background, result. The work waits for open pages, so it must not
 * run on the page that asked for it.
 */
final class ProgrammeChanges {

    private static final int MAX_JAR_BYTES = 100 * 1024 * 1024;

    private final ProgrammeAdmin admin;
    private final Background background;
    private final OpenUis open;
    private final Refusals refusals;
    private final Runnable changed;
    private final Div progress = new Div();
    private Upload upload;

    ProgrammeChanges(ProgrammeAdmin admin, Background background, OpenUis open, Refusals refusals, Runnable changed) {
        this.admin = admin;
        this.background = background;
        this.open = open;
        this.refusals = refusals;
        this.changed = changed;
        progress.addClassName("programme-progress");
        progress.getElement().setAttribute("role", "status");
    }

    Div progress() {
        return progress;
    }

    /** Takes a jar, shows what it would do, and does it when told to. */
    Upload upload() {
        Caller caller = CurrentUser.get();
        upload = UploadTexts.speak(new Upload());
        upload.setAcceptedFileExtensions(".jar");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_JAR_BYTES);
        upload.getElement().setAttribute("aria-label", ShellTexts.t("programmes.upload"));
        upload.getI18n().getAddFiles().setOne(ShellTexts.t("programmes.upload"));
        upload.setI18n(upload.getI18n());
        upload.addFileRejectedListener(e -> Notices.error(e.getErrorMessage()));
        upload.setUploadHandler(event -> receive(event, caller));
        return upload;
    }

    private void receive(UploadEvent event, Caller caller) throws IOException {
        UI ui = event.getUI();
        String name = event.getFileName();
        Path jar = Files.createTempFile("shishi-upload-", ".jar");
        try (InputStream content = event.getInputStream();
                OutputStream kept = Files.newOutputStream(jar)) {
            // Kept while the core reads it: how far that goes is the core's word, not the browser's.
            ProgrammeAdmin.Plan plan = admin.planInstall(caller, name, new KeptStream(content, kept));
            ui.access(() -> propose(plan, caller, name, jar));
        } catch (RefusedException e) {
            Files.deleteIfExists(jar);
            ui.access(() -> {
                upload.clearFileList();
                Notices.error(refusals.words().of(e.violations()));
            });
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(jar);
            throw e;
        }
    }

    private void propose(ProgrammeAdmin.Plan plan, Caller caller, String name, Path jar) {
        upload.clearFileList();
        PlanDialog.open(
                plan,
                name(plan),
                visitors(plan),
                () -> run(plan, caller, () -> {
                    try (InputStream content = Files.newInputStream(jar)) {
                        return admin.install(caller, name, content);
                    } finally {
                        Files.deleteIfExists(jar);
                    }
                }),
                () -> discard(jar));
    }

    /** @param action STOP, START or UNINSTALL */
    void ask(String action, ProgrammeStatus status) {
        Caller caller = CurrentUser.get();
        ProgrammeAdmin.Plan plan = admin.planChange(caller, action, status.id(), status.year());
        PlanDialog.open(
                plan, name(plan), visitors(plan), () -> run(plan, caller, change(action, status, caller)), () -> {});
    }

    private Callable<ProgrammeStatus> change(String action, ProgrammeStatus status, Caller caller) {
        return switch (action) {
            case "STOP" -> () -> admin.stop(caller, status.id(), status.year());
            case "START" -> () -> admin.start(caller, status.id(), status.year());
            case "UNINSTALL" -> () -> admin.uninstall(caller, status.id(), status.year());
            default -> throw new IllegalArgumentException(action);
        };
    }

    private void run(ProgrammeAdmin.Plan plan, Caller caller, Callable<ProgrammeStatus> work) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        String what = ShellTexts.t("plan.running." + plan.action(), name(plan));
        bar.getElement().setAttribute("aria-label", what);
        Div line = new Div(new Paragraph(what), bar);
        progress.add(line);
        background.run(
                UI.getCurrent(),
                work,
                status -> {
                    progress.remove(line);
                    report(plan, status);
                    changed.run();
                },
                fault -> {
                    progress.remove(line);
                    failed(fault);
                    changed.run();
                });
    }

    private static void report(ProgrammeAdmin.Plan plan, ProgrammeStatus status) {
        String name = ProgrammeCard.name(status);
        if (status.state() == ProgrammeStatus.State.FAILED || status.state() == ProgrammeStatus.State.REFUSED) {
            String reason = status.reason() == null ? "" : ShellTexts.t(status.reason());
            Notices.error(List.of(ShellTexts.t("plan.failed", name), reason));
        } else {
            Notices.success(ShellTexts.t("plan.done." + plan.action(), name));
        }
    }

    private void failed(Exception fault) {
        if (fault instanceof RefusedException refused) {
            Notices.error(refusals.words().of(refused.violations()));
        } else {
            UI.getCurrent().getSession().getErrorHandler().error(new ErrorEvent(fault));
        }
    }

    private String name(ProgrammeAdmin.Plan plan) {
        return PlanDialog.name(plan, admin.programmes());
    }

    private long visitors(ProgrammeAdmin.Plan plan) {
        return plan.id() == null ? 0 : open.visitors(plan.year() + "/" + plan.id());
    }

    private static void discard(Path jar) {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException e) {
            // The system's temporary folder is emptied by itself.
            jar.toFile().deleteOnExit();
        }
    }
}
