package org.shishi.shell.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.platform.AccountSheets;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.workflow.Tone;
import org.shishi.kit.component.Cell;
import org.shishi.kit.component.Downloads;
import org.shishi.kit.component.Links;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.PagedTable;
import org.shishi.kit.session.CurrentUser;
import org.shishi.kit.text.UploadTexts;
import org.shishi.shell.page.PlainTable;
import org.shishi.shell.page.Refusals;
import org.shishi.shell.page.ShellPage;
import org.shishi.shell.session.Background;
import org.shishi.shell.session.NeedsRight;
import org.shishi.shell.text.ShellTexts;

/** Accounts from Excel: template, row by row preview, making the good ones, their one-time passwords as a sheet. */
@Component(service = AccountImportPage.class, scope = ServiceScope.PROTOTYPE)
@NeedsRight(Right.PLATFORM)
public final class AccountImportPage extends ShellPage {

    static final String ROUTE = AccountsPage.ROUTE + "/import";

    private static final int MOST_BYTES = 20 << 20;
    private static final int MOST_SHOWN = 200;

    private record Made(int accounts, byte[] passwords) {}

    private final transient AccountSheets sheets;
    private final transient Background background;
    private final transient Refusals refusals;
    private final Upload upload = UploadTexts.speak(new Upload());
    private final Div result = new Div();

    @Activate
    public AccountImportPage(
            @Reference AccountSheets sheets, @Reference Background background, @Reference Refusals refusals) {
        super("accounts.import.title");
        this.sheets = sheets;
        this.background = background;
        this.refusals = refusals;
        Caller caller = CurrentUser.get();
        actions(Links.button(AccountsPage.ROUTE, "vaadin:arrow-left", ShellTexts.t("accounts.back")));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".xlsx");
        upload.getElement().setAttribute("aria-label", ShellTexts.t("accounts.import.file"));
        upload.addFileRejectedListener(e -> Notices.error(e.getErrorMessage()));
        upload.setUploadHandler(event -> receive(event, caller));
        Section card = new Section(
                new H2(ShellTexts.t("accounts.import.file")),
                new Paragraph(ShellTexts.t("accounts.import.text")),
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("accounts.import.template"),
                        () -> ShellTexts.t("accounts.import.template.file"),
                        Downloads.XLSX,
                        out -> sheets.template(caller, out)),
                upload);
        card.addClassNames("card", "stack");
        result.addClassName("stack");
        add(card, result);
    }

    private void receive(UploadEvent event, Caller caller) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            AccountSheets.Preview preview = sheets.read(caller, content);
            ui.access(() -> show(preview, caller));
        } catch (RefusedException e) {
            ui.access(() -> {
                upload.clearFileList();
                Notices.error(refusals.words().of(e.violations()));
            });
        }
    }

    private void show(AccountSheets.Preview preview, Caller caller) {
        upload.clearFileList();
        long bad = preview.lines().stream()
                .filter(line -> !line.refusals().isEmpty())
                .count();
        Section card = new Section(
                new H2(ShellTexts.t("accounts.import.preview")),
                new Paragraph(
                        ShellTexts.t("accounts.import.found", preview.lines().size(), preview.accounts(), bad)));
        card.addClassNames("card", "stack");
        Div buttons = new Div();
        buttons.addClassName("programme-actions");
        if (preview.accounts() > 0) {
            Button make =
                    new Button(ShellTexts.t("accounts.import.make", preview.accounts()), e -> make(preview, caller));
            make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            make.setDisableOnClick(true);
            buttons.add(make);
        }
        if (bad > 0) {
            buttons.add(Downloads.button(
                    "vaadin:download",
                    ShellTexts.t("accounts.import.errors"),
                    () -> ShellTexts.t("accounts.import.errors.file"),
                    Downloads.XLSX,
                    out -> sheets.errors(caller, preview.id(), out)));
        }
        card.add(buttons, table(preview.lines()));
        result.removeAll();
        result.add(card);
    }

    private PagedTable<AccountSheets.Line> table(List<AccountSheets.Line> lines) {
        PagedTable<AccountSheets.Line> table = PlainTable.of(
                ShellTexts.t("accounts.import.preview"),
                List.of(
                        column("accounts.import.row", line -> Cell.text(Integer.toString(line.row()))),
                        column("accounts.user", line -> Cell.text(line.userName())),
                        column("accounts.name", line -> Cell.text(line.displayName())),
                        column("accounts.grant.organisation", line -> Cell.text(line.organisation())),
                        column("accounts.grant.role", line -> Cell.text(line.role())),
                        column("accounts.import.verdict", AccountImportPage::verdict),
                        new PagedTable.Column<>(
                                ShellTexts.t("accounts.import.reasons"),
                                null,
                                PagedTable.Width.TEXT,
                                line -> Cell.text(
                                        words(Stream.concat(line.refusals().stream(), line.warnings().stream())
                                                .toList())))),
                AccountSheets.Line::row);
        // The faulty ones first: there is something to do about them.
        table.show(lines.stream()
                .sorted(Comparator.comparing(
                        line -> line.refusals().isEmpty() ? line.warnings().isEmpty() ? 2 : 1 : 0))
                .limit(MOST_SHOWN)
                .toList());
        return table;
    }

    private static PagedTable.Column<AccountSheets.Line> column(
            String key, Function<AccountSheets.Line, Cell> content) {
        return new PagedTable.Column<>(ShellTexts.t(key), null, PagedTable.Width.SHORT, content);
    }

    private static Cell verdict(AccountSheets.Line line) {
        if (!line.refusals().isEmpty()) {
            return Cell.status(Tone.DANGER, "vaadin:close-circle", ShellTexts.t("accounts.import.bad"));
        }
        return line.warnings().isEmpty()
                ? Cell.status(Tone.SUCCESS, "vaadin:check-circle", ShellTexts.t("accounts.import.good"))
                : Cell.status(Tone.WARNING, "vaadin:warning", ShellTexts.t("accounts.import.warned"));
    }

    private String words(List<Violation> violations) {
        return String.join(" ", refusals.words().of(violations));
    }

    private void make(AccountSheets.Preview preview, Caller caller) {
        background.run(
                UI.getCurrent(),
                () -> {
                    ByteArrayOutputStream passwords = new ByteArrayOutputStream();
                    return new Made(sheets.create(caller, preview.id(), passwords), passwords.toByteArray());
                },
                this::made,
                failed -> Notices.error(
                        failed instanceof RefusedException refused
                                ? refusals.words().of(refused.violations())
                                : List.of(ShellTexts.t("accounts.import.failed"))));
    }

    private void made(Made made) {
        Section card = new Section(
                new H2(ShellTexts.t("accounts.import.made", made.accounts)),
                new Paragraph(ShellTexts.t("accounts.import.passwords.text")),
                Downloads.button(
                        "vaadin:download",
                        ShellTexts.t("accounts.import.passwords"),
                        () -> ShellTexts.t("accounts.import.passwords.file"),
                        Downloads.XLSX,
                        out -> out.write(made.passwords)));
        card.addClassNames("card", "stack");
        result.removeAll();
        result.add(card);
    }
}
