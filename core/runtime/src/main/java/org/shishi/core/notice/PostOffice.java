package org.shishi.core.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.identity.StandIns;
import org.shishi.core.notice.NoticeTable.Copy;
import org.shishi.core.persistence.CoreDatabase;

/** Into the inbox, and into the outbox of those who want to be told elsewhere, too. */
@Component
public final class PostOffice implements Post {

    /** Letters whose recipients are looked up together. */
    private static final int CHUNK = 500;

    private final CoreDatabase database;
    private final NoticeTable table;
    private final StandIns standIns;

    @Activate
    public PostOffice(@Reference CoreDatabase database, @Reference Clock clock, @Reference DeliveryTimes times) {
        this.database = database;
        this.table = new NoticeTable(database.postgres(), clock, new Letters(times));
        this.standIns = new StandIns(clock);
    }

    private Recipients recipients(Handle handle) {
        return new Recipients(handle, standIns);
    }

    @Override
    public int deliver(Collection<Letter> letters) {
        List<Letter> all = List.copyOf(letters);
        if (all.isEmpty()) {
            return 0;
        }
        return database.transact(handle -> {
            int told = 0;
            Recipients recipients = recipients(handle);
            for (int from = 0; from < all.size(); from += CHUNK) {
                told += deliver(handle, recipients, all.subList(from, Math.min(all.size(), from + CHUNK)));
            }
            return told;
        });
    }

    private int deliver(Handle handle, Recipients recipients, List<Letter> letters) {
        Map<UUID, List<Recipients.Grant>> grants =
                recipients.of(letters.stream().map(Letter::organisation).toList());
        List<Copy> copies = new ArrayList<>();
        for (Letter letter : letters) {
            Set<Role> roles = Recipients.roles(letter.rights());
            grants.getOrDefault(letter.organisation(), List.of()).stream()
                    .filter(grant ->
                            grant.holds(roles, letter.message().programmeId()) && grant.reaches(letter.maker()))
                    .map(Recipients.Grant::account)
                    .distinct()
                    .forEach(account -> copies.add(new Copy(account, letter.message())));
        }
        return table.insert(handle, copies);
    }

    @Override
    public int toAccounts(Collection<UUID> accounts, Message message) {
        return accounts.isEmpty()
                ? 0
                : database.transact(handle -> to(handle, recipients(handle).enabled(accounts), message));
    }

    @Override
    public int toDeputies(Collection<UUID> absent, UUID except, Message message) {
        return database.transact(handle -> to(
                handle,
                recipients(handle).deputies(absent).stream()
                        .filter(deputy -> !deputy.equals(except) && !absent.contains(deputy))
                        .toList(),
                message));
    }

    private int to(Handle handle, List<UUID> accounts, Message message) {
        return table.insert(
                handle,
                accounts.stream().map(account -> new Copy(account, message)).toList());
    }

    @Override
    public Map<UUID, Integer> reach(Set<Right> rights, String programmeId, Collection<UUID> organisations) {
        if (organisations.isEmpty()) {
            return Map.of();
        }
        Set<Role> roles = Recipients.roles(rights);
        Map<UUID, Integer> reached = new HashMap<>();
        database.read(handle -> recipients(handle).of(organisations)).forEach((organisation, grants) -> {
            long people = grants.stream()
                    .filter(grant -> grant.holds(roles, programmeId) && grant.reaches(null))
                    .map(Recipients.Grant::account)
                    .distinct()
                    .count();
            if (people > 0) {
                reached.put(organisation, (int) people);
            }
        });
        return reached;
    }

    @Override
    public int toAdministrators(Message message) {
        return database.transact(handle -> to(handle, recipients(handle).administrators(), message));
    }
}
