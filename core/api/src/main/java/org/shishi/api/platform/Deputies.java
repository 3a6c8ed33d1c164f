package org.shishi.api.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.shishi.api.identity.Caller;

/**
 * Who stands in for whom until when. A deputy acts under its own name with the roles of the absent account; separation of
 * duties looks at the deputy, and being a deputy is not passed on. Needs the right PLATFORM over both accounts; audited. An
 * OSGi service, thread-safe.
 */
@ProviderType
public interface Deputies {

    /** @param from @param until both inclusive */
    record Deputy(
            UUID id,
            UUID account,
            String accountName,
            UUID deputy,
            String deputyName,
            LocalDate from,
            LocalDate until) {}

    /** Those of an account and those it stands in for, today and later. */
    List<Deputy> of(Caller caller, UUID account);

    /**
     * @throws org.shishi.api.rule.RefusedException {@code CORE-NOT-FOUND} (no such user in scope),
     *     {@code CORE-DEPUTY-SELF}, {@code CORE-DEPUTY-DAYS} (no or a past last day, over a year),
     *     {@code CORE-ACCOUNT-ADMIN} (a platform administrator and a programme role would meet in one account)
     */
    Deputy appoint(Caller caller, UUID account, String deputyUserName, LocalDate from, LocalDate until);

    void end(Caller caller, UUID id);
}
