package org.shishi.core.identity.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.core.identity.AccountBatch;
import org.shishi.core.list.SheetList;
import org.shishi.core.rule.Verdict;
import org.shishi.core.sheet.TableRows.Cells;

/** One file of accounts, a row for each role of each account: what each row says, and what is wrong with it. */
final class AccountPass implements SheetList.Pass {

    private static final Pattern PROGRAMME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    private final Caller caller;
    private final Handle handle;
    private final AccountBatch batch;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final Organisation own;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Optional<Organisation>> places = new HashMap<>();
    private final Map<String, Optional<Role>> roles = new HashMap<>();
    private List<String> passwords = List.of();

    AccountPass(Caller caller, Handle handle, AccountBatch batch, Organisations organisations, CoreTexts texts) {
        this.caller = caller;
        this.handle = handle;
        this.batch = batch;
        this.organisations = organisations;
        this.texts = texts;
        this.own = organisations.byId(caller.organisation().id()).orElse(caller.organisation());
    }

    @Override
    public List<Verdict> check(List<Cells> rows) {
        List<List<Violation>> faults = rows.stream().map(this::row).toList();
        Map<String, Verdict> whole = whole();
        List<Verdict> verdicts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            verdicts.add(verdict(rows.get(i), faults.get(i), whole));
        }
        return verdicts;
    }

    /** Of the accounts whose rows are good each, as one. */
    private Map<String, Verdict> whole() {
        List<Draft> asked = good();
        List<Verdict> said =
                batch.check(caller, handle, asked.stream().map(Draft::wanted).toList());
        Map<String, Verdict> whole = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).refused = said.get(i).refused();
            whole.put(asked.get(i).userName, said.get(i));
        }
        return whole;
    }

    private List<Draft> good() {
        return drafts.values().stream().filter(draft -> !draft.refused).toList();
    }

    private Verdict verdict(Cells row, List<Violation> faults, Map<String, Verdict> whole) {
        if (!faults.isEmpty()) {
            return Verdict.of(faults);
        }
        Verdict account = whole.get(key(row));
        if (account == null) {
            return Verdict.of(List.of(Violation.of("CORE-ACCOUNT-ROWS", SheetColumn.USER.field)));
        }
        // Of several rows of an account, each says what is noteworthy about itself.
        return new Verdict(
                account.refusals(),
                account.warnings().stream()
                        .filter(note -> note.args().contains(SheetColumn.PROGRAMME.of(row)))
                        .toList());
    }

    private List<Violation> row(Cells row) {
        List<Violation> wrong = new ArrayList<>();
        Draft draft = drafts.computeIfAbsent(key(row), user -> new Draft(user, SheetColumn.NAME.of(row)));
        if (!draft.displayName.equals(SheetColumn.NAME.of(row))) {
            wrong.add(Violation.of("CORE-ACCOUNT-NAMES", SheetColumn.NAME.field, draft.displayName));
        }
        Optional<Organisation> place = places.computeIfAbsent(SheetColumn.ORGANISATION.of(row), this::place);
        if (place.isEmpty()) {
            wrong.add(Violation.of("CORE-ACCOUNT-PLACE", SheetColumn.ORGANISATION.field));
        }
        String programme = SheetColumn.PROGRAMME.of(row);
        if (!programme.isEmpty() && !PROGRAMME.matcher(programme).matches()) {
            wrong.add(Violation.of(Violation.CORE_INPUT, SheetColumn.PROGRAMME.field));
        }
        Optional<Role> role = roles.computeIfAbsent(SheetColumn.ROLE.of(row), this::role);
        if (role.isEmpty()) {
            wrong.add(Violation.of("CORE-ACCOUNT-ROLE", SheetColumn.ROLE.field));
        }
        if (wrong.isEmpty()) {
            draft.grants.add(
                    new Grant(place.get().id(), programme.isEmpty() ? Caller.EVERY_PROGRAMME : programme, role.get()));
        }
        draft.refused |= !wrong.isEmpty();
        return wrong;
    }

    /** By code or name, within the caller's branch. */
    private Optional<Organisation> place(String typed) {
        return organisations.byCode(typed).or(() -> organisations.byName(typed)).filter(body -> body.within(own));
    }

    /** By its name in either language, or its code. */
    private Optional<Role> role(String typed) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(typed)
                        || Normal.text(texts.get("role." + role.name()).zh()).equals(typed)
                        || texts.get("role." + role.name()).en().equalsIgnoreCase(typed))
                .findFirst();
    }

    private static String key(Cells row) {
        return SheetColumn.USER.of(row).toLowerCase(Locale.ROOT);
    }

    @Override
    public void save() {
        passwords =
                batch.create(caller, handle, good().stream().map(Draft::wanted).toList());
    }

    @Override
    public void results(Consumer<List<String>> rows) {
        List<Draft> made = good();
        for (int i = 0; i < passwords.size(); i++) {
            rows.accept(List.of(made.get(i).userName, made.get(i).displayName, passwords.get(i)));
        }
    }
}
