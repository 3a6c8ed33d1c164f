package org.shishi.core.identity.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.AccountSheets;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.identity.AccountTrial;
import org.shishi.core.sheet.XlsxOut;

/** Accounts from sheets; each is made by the same use case as one by hand. */
@Component(service = AccountSheets.class)
public final class AccountSheetsService implements AccountSheets {

    private static final int MOST_KEPT = 20;
    private static final List<String> RESULT = List.of("用户名", "姓名", "一次性密码", "说明");

    private record Kept(UUID reader, Preview preview, List<Draft> good) {}

    private final Accounts accounts;
    private final AccountTrial trial;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();

    @Activate
    public AccountSheetsService(
            @Reference Accounts accounts,
            @Reference AccountTrial trial,
            @Reference Organisations organisations,
            @Reference CoreTexts texts) {
        this.accounts = accounts;
        this.trial = trial;
        this.organisations = organisations;
        this.texts = texts;
    }

    @Override
    public void template(Caller caller, OutputStream xlsx) {
        require(caller);
        write(xlsx, List.of(SheetColumn.labels()));
    }

    @Override
    public Preview read(Caller caller, InputStream xlsx) {
        require(caller);
        SheetCheck check = new SheetCheck(caller, organisations, texts);
        check.run(AccountRowsReader.read(xlsx), (user, name, grants) -> trial.check(caller, user, name, grants));
        List<Draft> good = check.good();
        Preview preview = new Preview(UUID.randomUUID(), good.size(), List.copyOf(check.lines()));
        keep(new Kept(caller.accountId(), preview, good));
        return preview;
    }

    private synchronized void keep(Kept one) {
        kept.put(one.preview.id(), one);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    @Override
    public void errors(Caller caller, UUID preview, OutputStream xlsx) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(SheetColumn.labels().stream(), Stream.of("原因")).toList());
        find(caller, preview).preview.lines().stream()
                .filter(line -> !line.refusals().isEmpty())
                .forEach(line -> rows.add(List.of(
                        line.userName(),
                        line.displayName(),
                        line.organisation(),
                        line.programme(),
                        line.role(),
                        words(line.refusals()))));
        write(xlsx, rows);
    }

    @Override
    public int create(Caller caller, UUID preview, OutputStream passwords) {
        List<Draft> good = take(caller, preview);
        List<List<String>> rows = new ArrayList<>();
        rows.add(RESULT);
        int made = 0;
        for (Draft draft : good) {
            try {
                Accounts.Created created =
                        accounts.create(caller, draft.userName, draft.displayName, Set.copyOf(draft.grants));
                rows.add(List.of(draft.userName, draft.displayName, created.oneTimePassword(), ""));
                made++;
            } catch (RefusedException e) {
                rows.add(List.of(draft.userName, draft.displayName, "", words(e.violations())));
            }
        }
        write(passwords, rows);
        return made;
    }

    private synchronized List<Draft> take(Caller caller, UUID preview) {
        List<Draft> good = find(caller, preview).good;
        kept.put(preview, new Kept(caller.accountId(), kept.get(preview).preview, List.of()));
        return good;
    }

    private synchronized Kept find(Caller caller, UUID preview) {
        require(caller);
        Kept found = kept.get(preview);
        if (found == null || !found.reader.equals(caller.accountId())) {
            throw new RefusedException("CORE-IMP-GONE", null);
        }
        return found;
    }

    private String words(List<Violation> refusals) {
        return refusals.stream()
                .map(refusal -> texts.message(refusal, null).zh())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static void require(Caller caller) {
        if (!caller.mayAnywhere(Right.PLATFORM)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    private static void write(OutputStream xlsx, List<List<String>> rows) {
        try (XlsxOut out = new XlsxOut(xlsx)) {
            out.sheet("账号");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    out.text(row, column, rows.get(row).get(column));
                }
                out.endRow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
