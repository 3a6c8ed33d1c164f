package org.shishi.shell.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.platform.Accounts;
import org.shishi.api.rule.RefusedException;

/** Some sixty invented people. */
public final class FakeAccounts implements Accounts {

    private final Map<String, Account> byName = new TreeMap<>();

    FakeAccounts(FakeTree tree) {
        tree.secondLevel().forEach(union -> {
            for (Role role : List.of(Role.SECOND_LEVEL_OFFICER, Role.SECOND_LEVEL_APPROVER, Role.GRASSROOTS_OFFICER)) {
                String user = "demo-" + byName.size();
                put(new Account(
                        UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.UTF_8)),
                        user,
                        "演示员" + byName.size(),
                        byName.size() % 17 == 3,
                        byName.size() % 17 == 5,
                        Set.of(new Grant(union.id(), Caller.EVERY_PROGRAMME, role)),
                        1));
            }
        });
    }

    private Account put(Account account) {
        byName.put(account.userName(), account);
        return account;
    }

    @Override
    public List<Account> list(Caller caller, String text, String afterUserName, int limit) {
        return byName.values().stream()
                .filter(a -> text == null
                        || a.userName().contains(text)
                        || a.displayName().contains(text))
                .filter(a -> afterUserName == null || a.userName().compareTo(afterUserName) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Account get(Caller caller, UUID id) {
        return byName.values().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", null));
    }

    @Override
    public Created create(Caller caller, String userName, String displayName, Set<Grant> grants) {
        if (byName.containsKey(userName)) {
            throw new RefusedException("CORE-ACCOUNT-EXISTS", "userName", userName);
        }
        return new Created(
                put(new Account(UUID.randomUUID(), userName, displayName, false, false, grants, 1)), "invented-once");
    }

    @Override
    public Account update(Caller caller, Account changed) {
        return put(changed);
    }

    @Override
    public String resetPassword(Caller caller, UUID id) {
        return "invented-again";
    }

    @Override
    public Account disable(Caller caller, UUID id, boolean disabled) {
        Account a = get(caller, id);
        return put(new Account(a.id(), a.userName(), a.displayName(), disabled, a.locked(), a.grants(), a.version()));
    }

    @Override
    public void unlock(Caller caller, UUID id) {
        Account a = get(caller, id);
        put(new Account(a.id(), a.userName(), a.displayName(), a.disabled(), false, a.grants(), a.version()));
    }
}
