package org.shishi.core.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.core.persistence.CoreDatabase;

/** Looks names up in the database. */
@Component(service = AccountNames.class)
public final class AccountDirectory implements AccountNames {

    private static final String SYSTEM = "系统";

    private final CoreDatabase database;

    @Activate
    public AccountDirectory(@Reference CoreDatabase database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        Map<UUID, String> names = new HashMap<>();
        if (wanted.remove(Caller.SYSTEM_ID)) {
            names.put(Caller.SYSTEM_ID, SYSTEM);
        }
        if (!wanted.isEmpty()) {
            database.read(handle -> {
                handle.createQuery("select id, display_name from core.account where id in (<ids>)")
                        .bindList("ids", wanted)
                        .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                        .forEach(name -> names.put(name.getKey(), name.getValue()));
                return null;
            });
        }
        return names;
    }
}
