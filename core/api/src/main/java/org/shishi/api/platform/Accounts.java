package org.shishi.api.platform;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;

/**
 * Accounts and their roles. Needs the right PLATFORM; every change is audited. An administrator of the city administers
 * all accounts, one below it those whose roles all lie in its organisation or below. All throw {@code CORE-FORBIDDEN} and
 * {@code CORE-NOT-FOUND}.
 */
@ProviderType
public interface Accounts {

    /**
     * A role in an organisation.
     *
     * @param programmeId {@link Caller#EVERY_PROGRAMME} or a programme's id
     */
    record Grant(UUID organisation, String programmeId, Role role) {}

    record Account(
            UUID id,
            String userName,
            String displayName,
            boolean disabled,
            boolean locked,
            Set<Grant> grants,
            long version) {}

    /**
     * One page of accounts by user name after {@code afterUserName}: whose user or display name, or an organisation that they
     * have a role in, holds the text.
     */
    List<Account> list(Caller caller, String text, String afterUserName, int limit);

    Account get(Caller caller, UUID id);

    /** A new account and its one-time password. */
    record Created(Account account, String oneTimePassword) {}

    /**
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ACCOUNT-NAME}, {@code CORE-ACCOUNT-EXISTS},
     *     {@code CORE-ACCOUNT-ADMIN} (a platform administrator holds no programme role), {@code CORE-MISSING}
     */
    Created create(Caller caller, String userName, String displayName, Set<Grant> grants);

    /**
     * Display name and roles.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-STALE}, {@code CORE-ACCOUNT-ADMIN}, {@code CORE-ACCOUNT-SELF}
     *     (one's own roles), {@code CORE-MISSING}
     */
    Account update(Caller caller, Account changed);

    /** A new one-time password; ends all sessions and tokens, and takes the second factor away. */
    String resetPassword(Caller caller, UUID id);

    /**
     * Ends all sessions and tokens, too.
     *
     * @throws org.shishi.api.rule.RefusedException {@code CORE-ACCOUNT-SELF}
     */
    Account disable(Caller caller, UUID id, boolean disabled);

    void unlock(Caller caller, UUID id);
}
