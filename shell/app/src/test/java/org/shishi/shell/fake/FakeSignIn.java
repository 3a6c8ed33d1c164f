package org.shishi.shell.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.SignIn;
import org.shishi.api.rule.RefusedException;

/** Accounts: {@code admin}, {@code officer} (two organisations), {@code fresh} (one-time password), {@code locked}. */
public final class FakeSignIn implements SignIn {

    public static final String PASSWORD = "shishi-demo";

    private final FakeTree tree;
    private final Map<UUID, Locale> languages = new ConcurrentHashMap<>();
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> marks = new ConcurrentHashMap<>();

    FakeSignIn(FakeTree tree) {
        this.tree = tree;
    }

    @Override
    public Caller signIn(String userName, String password, String address) {
        return signIn(userName, password, null, address);
    }

    @Override
    public Caller signIn(String userName, String password, String code, String address) {
        if (userName.equals("locked")) {
            throw new RefusedException("CORE-LOGIN-LOCKED", null, 14);
        }
        if (!PASSWORD.equals(password) || !Set.of("admin", "officer", "fresh").contains(userName)) {
            throw new RefusedException("CORE-LOGIN", null);
        }
        UUID id = UUID.nameUUIDFromBytes(userName.getBytes(StandardCharsets.UTF_8));
        boolean admin = userName.equals("admin");
        Organisation place = admin ? tree.city() : tree.secondLevel().getFirst();
        return new Caller(
                id,
                admin ? "管理员甲" : "演示员乙",
                place,
                Map.of(
                        Caller.EVERY_PROGRAMME,
                        admin ? Set.of(Role.PLATFORM_ADMIN) : Set.of(Role.SECOND_LEVEL_OFFICER, Role.AUDITOR)),
                languages.getOrDefault(id, Locale.SIMPLIFIED_CHINESE),
                address);
    }

    @Override
    public boolean mustChangePassword(Caller caller) {
        UUID fresh = UUID.nameUUIDFromBytes("fresh".getBytes(StandardCharsets.UTF_8));
        return caller.accountId().equals(fresh) && !changed.contains(fresh);
    }

    @Override
    public void changePassword(Caller caller, String oldPassword, String newPassword) {
        if (!PASSWORD.equals(oldPassword)) {
            throw new RefusedException("CORE-PASSWORD-WRONG", "oldPassword");
        }
        if (newPassword.length() < 10) {
            throw new RefusedException("CORE-PASSWORD-SHORT", "newPassword", 10);
        }
        changed.add(caller.accountId());
        marks.merge(caller.accountId(), 1L, Long::sum);
    }

    @Override
    public List<Organisation> organisations(Caller caller) {
        return caller.roles().get(Caller.EVERY_PROGRAMME).contains(Role.PLATFORM_ADMIN)
                ? List.of(tree.city())
                : tree.secondLevel().subList(0, 2);
    }

    @Override
    public Caller actFor(Caller caller, UUID organisationId) {
        Organisation place = tree.byId(organisationId).orElseThrow();
        return new Caller(caller.accountId(), caller.name(), place, caller.roles(), caller.locale(), caller.address());
    }

    @Override
    public Caller speak(Caller caller, Locale locale) {
        languages.put(caller.accountId(), locale);
        return caller.speaking(locale);
    }

    @Override
    public Optional<Caller> refresh(Caller caller) {
        return Optional.of(caller);
    }

    @Override
    public long sessionMark(Caller caller) {
        return marks.getOrDefault(caller.accountId(), 0L);
    }

    @Override
    public Token issueToken(Caller caller) {
        return new Token("token", Instant.EPOCH);
    }

    @Override
    public Optional<Caller> byToken(String token, String address) {
        return Optional.empty();
    }

    @Override
    public void signedOut(Caller caller) {
        // Nobody asks.
    }
}
