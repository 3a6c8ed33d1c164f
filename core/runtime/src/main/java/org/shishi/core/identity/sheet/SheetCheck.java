package org.shishi.core.identity.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.AccountSheets.Line;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** Looks the rows through: what each says, and what is wrong with it. */
final class SheetCheck {

    private static final Pattern PROGRAMME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    /** Says why an account cannot be made, as making it would; gives back what is noteworthy about it. */
    interface Trial {
        List<Violation> check(String userName, String displayName, Set<Grant> grants);
    }

    private final Caller caller;
    private final Organisations organisations;
    private final CoreTexts texts;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    SheetCheck(Caller caller, Organisations organisations, CoreTexts texts) {
        this.caller = caller;
        this.organisations = organisations;
        this.texts = texts;
    }

    List<Line> lines() {
        return lines;
    }

    /** Those without a fault. */
    List<Draft> good() {
        return drafts.values().stream().filter(draft -> !draft.refused).toList();
    }

    void run(List<AccountRowsReader.Cells> rows, Trial trial) {
        List<List<Violation>> faults = new ArrayList<>();
        rows.forEach(row -> faults.add(row(row)));
        Map<String, List<Violation>> whole = new LinkedHashMap<>();
        Map<String, List<Violation>> notes = new LinkedHashMap<>();
        drafts.values().stream().filter(draft -> !draft.refused).forEach(draft -> {
            try {
                notes.put(draft.userName, trial.check(draft.userName, draft.displayName, draft.grants));
            } catch (RefusedException e) {
                draft.refused = true;
                whole.put(draft.userName, e.violations());
            }
        });
        for (int i = 0; i < rows.size(); i++) {
            AccountRowsReader.Cells row = rows.get(i);
            String user = key(row);
            List<Violation> all = Stream.concat(faults.get(i).stream(), whole.getOrDefault(user, List.of()).stream())
                    .toList();
            boolean others = all.isEmpty() && drafts.get(user).refused;
            lines.add(line(
                    row,
                    others ? List.of(Violation.of("CORE-ACCOUNT-ROWS", "userName")) : all,
                    // Of several rows of an account, each says what is noteworthy about itself.
                    notes.getOrDefault(user, List.of()).stream()
                            .filter(note -> note.args().contains(row.at(SheetColumn.PROGRAMME)))
                            .toList()));
        }
    }

    private List<Violation> row(AccountRowsReader.Cells row) {
        List<Violation> wrong = new ArrayList<>();
        Draft draft = drafts.computeIfAbsent(key(row), user -> new Draft(user, row.at(SheetColumn.NAME)));
        if (!draft.displayName.equals(row.at(SheetColumn.NAME))) {
            wrong.add(Violation.of("CORE-ACCOUNT-NAMES", SheetColumn.NAME.field, draft.displayName));
        }
        Optional<Organisation> place = organisations
                .byName(row.at(SheetColumn.ORGANISATION))
                .filter(body -> body.within(
                        organisations.byId(caller.organisation().id()).orElse(caller.organisation())));
        if (place.isEmpty()) {
            wrong.add(Violation.of("CORE-ACCOUNT-PLACE", SheetColumn.ORGANISATION.field));
        }
        String programme =
                row.at(SheetColumn.PROGRAMME).isEmpty() ? Caller.EVERY_PROGRAMME : row.at(SheetColumn.PROGRAMME);
        if (!programme.equals(Caller.EVERY_PROGRAMME)
                && !PROGRAMME.matcher(programme).matches()) {
            wrong.add(Violation.of(Violation.CORE_INPUT, SheetColumn.PROGRAMME.field));
        }
        Optional<Role> role = role(row.at(SheetColumn.ROLE));
        if (role.isEmpty()) {
            wrong.add(Violation.of("CORE-ACCOUNT-ROLE", SheetColumn.ROLE.field));
        }
        if (wrong.isEmpty()) {
            draft.grants.add(new Grant(place.get().id(), programme, role.get()));
        }
        draft.refused |= !wrong.isEmpty();
        return wrong;
    }

    /** By its name in either language, or its code. */
    private Optional<Role> role(String typed) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(typed)
                        || Normal.text(texts.get("role." + role.name()).zh()).equals(typed)
                        || texts.get("role." + role.name()).en().equalsIgnoreCase(typed))
                .findFirst();
    }

    private static String key(AccountRowsReader.Cells row) {
        return row.at(SheetColumn.USER).toLowerCase(Locale.ROOT);
    }

    private static Line line(AccountRowsReader.Cells row, List<Violation> refusals, List<Violation> warnings) {
        return new Line(
                row.number(),
                row.at(SheetColumn.USER),
                row.at(SheetColumn.NAME),
                row.at(SheetColumn.ORGANISATION),
                row.at(SheetColumn.PROGRAMME),
                row.at(SheetColumn.ROLE),
                refusals,
                warnings);
    }
}
