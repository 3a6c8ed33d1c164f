package org.shishi.core.identity.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.Accounts.Account;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.ListSheets;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.identity.AccountBatch;
import org.shishi.core.list.SheetList;

/** Accounts as a sheet. Those that are made have one-time passwords, which a sheet of their own tells. */
@Component(service = AccountSheet.class)
public final class AccountSheet implements SheetList {

    private static final int PAGE = 200;

    private final AccountBatch batch;
    private final Accounts accounts;
    private final Organisations organisations;
    private final CoreTexts texts;

    private record Place(Accounts.Grant grant, Organisation body) {}

    @Activate
    public AccountSheet(
            @Reference AccountBatch batch,
            @Reference Accounts accounts,
            @Reference Organisations organisations,
            @Reference CoreTexts texts) {
        this.batch = batch;
        this.accounts = accounts;
        this.organisations = organisations;
        this.texts = texts;
    }

    @Override
    public ListSheets.Kind kind() {
        return ListSheets.Kind.ACCOUNTS;
    }

    @Override
    public String title() {
        return "账号";
    }

    @Override
    public List<ListSheets.Column> columns() {
        return SheetColumn.all();
    }

    @Override
    public List<String> choices(ListSheets.Column column) {
        return SheetColumn.ROLE.field.equals(column.field())
                ? Stream.of(Role.values())
                        .map(role -> texts.get("role." + role.name()).zh())
                        .toList()
                : List.of();
    }

    @Override
    public List<String> resultLabels() {
        return List.of("用户名", "姓名", "一次性密码");
    }

    @Override
    public void require(Caller caller) {
        if (!caller.mayAnywhere(Right.PLATFORM)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    @Override
    public Pass open(Caller caller, Handle handle, boolean saving) {
        return new AccountPass(caller, handle, batch, organisations, texts);
    }

    @Override
    public void export(Caller caller, Consumer<List<String>> rows) {
        require(caller);
        Organisation own = organisations.byId(caller.organisation().id()).orElse(caller.organisation());
        String after = null;
        List<Account> page;
        do {
            page = accounts.list(caller, null, after, PAGE);
            page.forEach(account -> roles(account, own, rows));
            after = page.isEmpty() ? null : page.getLast().userName();
        } while (page.size() == PAGE);
    }

    /** Of roles elsewhere a branch's administrator learns nothing. */
    private void roles(Account account, Organisation own, Consumer<List<String>> rows) {
        account.grants().stream()
                .flatMap(grant -> organisations
                        .byId(grant.organisation())
                        .filter(body -> body.within(own))
                        .map(body -> new Place(grant, body))
                        .stream())
                .sorted(Comparator.<Place, String>comparing(place -> place.body.path())
                        .thenComparing(place -> place.grant.programmeId())
                        .thenComparing(place -> place.grant.role()))
                .forEach(place -> rows.accept(List.of(
                        account.userName(),
                        account.displayName(),
                        place.body.code() == null ? place.body.name() : place.body.code(),
                        place.grant.programmeId().equals(Caller.EVERY_PROGRAMME) ? "" : place.grant.programmeId(),
                        texts.get("role." + place.grant.role()).zh())));
    }
}
