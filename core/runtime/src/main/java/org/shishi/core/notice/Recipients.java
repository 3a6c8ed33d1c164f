package org.shishi.core.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.core.identity.StandIns;

/** Whose accounts are told: those that have the roles, and who stands in for them today. Disabled ones are not. */
final class Recipients {

    /** An account's role in an organisation. */
    record Grant(UUID organisation, UUID account, String programmeId, Role role) {

        boolean holds(Set<Role> roles, String programme) {
            return roles.contains(role)
                    && (programmeId.equals(Caller.EVERY_PROGRAMME) || programmeId.equals(programme));
        }

        /** Members hear of what they made themselves. @param maker null: nobody */
        boolean reaches(UUID maker) {
            return role.reach() != Role.Reach.PERSONAL || account.equals(maker);
        }

        private Grant of(UUID deputy) {
            return new Grant(organisation, deputy, programmeId, role);
        }
    }

    private final Handle handle;
    private final StandIns standIns;
    private Map<UUID, Set<UUID>> deputies;

    /** For one transaction: who stands in for whom is asked once. */
    Recipients(Handle handle, StandIns standIns) {
        this.handle = handle;
        this.standIns = standIns;
    }

    /** Roles with one of the rights; without rights: all that see a programme's records. */
    static Set<Role> roles(Set<Right> rights) {
        return Arrays.stream(Role.values())
                .filter(role -> rights.isEmpty()
                        ? role.reach() != Role.Reach.NONE
                        : role.rights().stream().anyMatch(rights::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** In the order of the accounts, so that two who tell the same people never wait for each other in a circle. */
    Map<UUID, List<Grant>> of(Collection<UUID> organisations) {
        List<Grant> own = handle.createQuery(
                        """
                        select g.organisation_id, g.account_id, g.programme_id, g.role
                        from core.role_grant g join core.account a on a.id = g.account_id
                        where g.organisation_id in (<organisations>) and a.disabled = false
                        """)
                .bindList("organisations", organisations.stream().distinct().toList())
                .map((row, context) -> new Grant(
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("programme_id"),
                        Role.valueOf(row.getString("role"))))
                .list();
        return own.stream()
                .flatMap(grant -> Stream.concat(
                        Stream.of(grant), deputies(grant.account()).map(grant::of)))
                .sorted(Comparator.comparing(Grant::account))
                .collect(Collectors.groupingBy(Grant::organisation));
    }

    List<UUID> enabled(Collection<UUID> accounts) {
        return handle
                .createQuery("select id from core.account where id in (<accounts>) and disabled = false")
                .bindList("accounts", accounts.stream().distinct().toList())
                .mapTo(UUID.class)
                .stream()
                .sorted()
                .toList();
    }

    List<UUID> deputies(Collection<UUID> absent) {
        return absent.stream().flatMap(this::deputies).distinct().sorted().toList();
    }

    private Stream<UUID> deputies(UUID absent) {
        if (deputies == null) {
            deputies = standIns.deputies(handle);
        }
        return deputies.getOrDefault(absent, Set.of()).stream();
    }

    List<UUID> administrators() {
        List<UUID> own = handle.createQuery(
                        """
                        select distinct g.account_id
                        from core.role_grant g join core.account a on a.id = g.account_id
                        where g.role = :role and a.disabled = false
                        """)
                .bind("role", Role.PLATFORM_ADMIN.name())
                .mapTo(UUID.class)
                .list();
        return Stream.concat(own.stream(), deputies(own).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
