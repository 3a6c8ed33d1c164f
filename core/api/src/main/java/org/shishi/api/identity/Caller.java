package org.shishi.api.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.rule.RefusedException;

/**
 * Who acts, for which one organisation. Handed explicitly into every use case; immutable.
 *
 * @param accountId the account; {@link #SYSTEM_ID} for jobs
 * @param name display name
 * @param organisation the acting organisation, never null
 * @param roles roles in the acting organisation by programme id; key {@value #EVERY_PROGRAMME}: in every programme
 * @param locale language of messages
 * @param address client address for the audit log; null for jobs
 * @param within the rights that the way in leaves of the roles', for example those of an API token's scope; null: all
 */
public record Caller(
        UUID accountId,
        String name,
        Organisation organisation,
        Map<String, Set<Role>> roles,
        Locale locale,
        String address,
        Set<Right> within) {

    public static final String EVERY_PROGRAMME = "*";
    public static final UUID SYSTEM_ID = new UUID(0, 0);

    public Caller {
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(organisation);
        roles = Map.copyOf(roles);
        within = within == null ? null : Set.copyOf(within);
    }

    /** With everything that the roles grant. */
    public Caller(
            UUID accountId,
            String name,
            Organisation organisation,
            Map<String, Set<Role>> roles,
            Locale locale,
            String address) {
        this(accountId, name, organisation, roles, locale, address, null);
    }

    /** Roles for a programme, those for every programme included. */
    public Set<Role> rolesIn(String programmeId) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(roles.getOrDefault(EVERY_PROGRAMME, Set.of()));
        all.addAll(roles.getOrDefault(programmeId, Set.of()));
        return all;
    }

    /** What a role of this caller's grants by the way it came in. */
    public Set<Right> rights(Role role) {
        if (within == null || role.rights().isEmpty()) {
            return role.rights();
        }
        Set<Right> left = EnumSet.copyOf(role.rights());
        left.retainAll(within);
        return left;
    }

    /** Whether a job acts; it may do everything a use case offers, and the log says so. */
    public boolean system() {
        return SYSTEM_ID.equals(accountId);
    }

    public boolean may(String programmeId, Right... anyOf) {
        return system()
                || rolesIn(programmeId).stream()
                        .anyMatch(role -> Arrays.stream(anyOf).anyMatch(rights(role)::contains));
    }

    /** Whether any role in any programme has the right: for the platform's own pages. */
    public boolean mayAnywhere(Right right) {
        return system()
                || roles.values().stream().flatMap(Set::stream).anyMatch(role -> rights(role)
                        .contains(right));
    }

    /** Whether the caller administers the platform itself (programmes, jobs), which a branch's administrator does not. */
    public boolean runsPlatform() {
        return system() || organisation.type() == OrgType.CITY && mayAnywhere(Right.PLATFORM);
    }

    /**
     * @throws RefusedException {@code CORE-FORBIDDEN} when none of the rights is held
     */
    public void require(String programmeId, Right... anyOf) {
        if (!may(programmeId, anyOf)) {
            throw new RefusedException("CORE-FORBIDDEN", null);
        }
    }

    /** Whether records of descendants are seen too (else only those of the acting organisation itself). */
    public boolean seesDescendants(String programmeId) {
        return system() || rolesIn(programmeId).stream().anyMatch(role -> role.reach() == Role.Reach.SUBTREE);
    }

    public Caller speaking(Locale other) {
        return new Caller(accountId, name, organisation, roles, other, address, within);
    }
}
