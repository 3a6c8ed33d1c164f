package org.shishi.core.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;

/** Whose accounts are told. Disabled ones are not. */
final class Recipients {

    /** An account's role in an organisation. */
    record Grant(UUID organisation, UUID account, String programmeId, Role role) {

        boolean holds(Set<Role> roles, String programme) {
            return roles.contains(role)
                    && (programmeId.equals(Caller.EVERY_PROGRAMME) || programmeId.equals(programme));
        }
    }

    private Recipients() {}

    /** Roles with one of the rights; without rights: all that see a programme's records. */
    static Set<Role> roles(Set<Right> rights) {
        return Arrays.stream(Role.values())
                .filter(role -> rights.isEmpty()
                        ? role.reach() != Role.Reach.NONE
                        : role.rights().stream().anyMatch(rights::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** In the order of the accounts, so that two who tell the same people never wait for each other in a circle. */
    static Map<UUID, List<Grant>> of(Handle handle, Collection<UUID> organisations) {
        return handle
                .createQuery(
                        """
                        select g.organisation_id, g.account_id, g.programme_id, g.role
                        from core.role_grant g join core.account a on a.id = g.account_id
                        where g.organisation_id in (<organisations>) and a.disabled = false
                        order by g.account_id
                        """)
                .bindList("organisations", organisations.stream().distinct().toList())
                .map((row, context) -> new Grant(
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("programme_id"),
                        Role.valueOf(row.getString("role"))))
                .stream()
                .collect(Collectors.groupingBy(Grant::organisation));
    }

    static List<UUID> enabled(Handle handle, Collection<UUID> accounts) {
        return handle.createQuery(
                        "select id from core.account where id in (<accounts>) and disabled = false order by id")
                .bindList("accounts", accounts.stream().distinct().toList())
                .mapTo(UUID.class)
                .list();
    }

    static List<UUID> administrators(Handle handle) {
        return handle.createQuery(
                        """
                        select distinct g.account_id
                        from core.role_grant g join core.account a on a.id = g.account_id
                        where g.role = :role and a.disabled = false
                        order by g.account_id
                        """)
                .bind("role", Role.PLATFORM_ADMIN.name())
                .mapTo(UUID.class)
                .list();
    }
}
