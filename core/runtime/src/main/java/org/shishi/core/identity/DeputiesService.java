package org.shishi.core.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.Deputies;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.notice.Post;
import org.shishi.core.persistence.CoreDatabase;

/** Appoints deputies: an administrator for accounts that are wholly its own, and among them. */
@Component(service = Deputies.class)
public final class DeputiesService implements Deputies {

    private final CoreDatabase database;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final Post post;
    private final CoreTexts texts;

    @Activate
    public DeputiesService(
            @Reference CoreDatabase database,
            @Reference Organisations organisations,
            @Reference Audit audit,
            @Reference Clock clock,
            @Reference Post post,
            @Reference CoreTexts texts) {
        this.database = database;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.post = post;
        this.texts = texts;
    }

    @Override
    public List<Deputy> of(Caller caller, UUID account) {
        AdminScope scope = AdminScope.of(caller, organisations);
        return database.read(handle -> {
            AccountRows rows = new AccountRows(handle);
            rows.byId(account).orElseThrow(DeputiesService::notFound);
            scope.requireSight(rows.grants(account));
            return new DeputyRows(handle).of(account, today());
        });
    }

    @Override
    public Deputy appoint(Caller caller, UUID account, String deputyUserName, LocalDate from, LocalDate until) {
        AdminScope scope = AdminScope.of(caller, organisations);
        LocalDate begin = from == null ? today() : from;
        if (until == null || until.isBefore(begin) || until.isBefore(today()) || until.isAfter(begin.plusYears(1))) {
            throw new RefusedException("CORE-DEPUTY-DAYS", "until");
        }
        return database.transact(handle -> {
            AccountRows rows = new AccountRows(handle);
            StoredAccount absent = rows.byId(account).orElseThrow(DeputiesService::notFound);
            StoredAccount deputy = rows.byName(UserName.of(deputyUserName))
                    .orElseThrow(() -> new RefusedException("CORE-NOT-FOUND", "deputy"));
            if (absent.id().equals(deputy.id())) {
                throw new RefusedException("CORE-DEPUTY-SELF", "deputy");
            }
            Set<Grant> both = new HashSet<>(rows.grants(absent.id()));
            both.addAll(rows.grants(deputy.id()));
            scope.requireAll(both);
            if (!AccountChecks.separate(both)) {
                throw new RefusedException("CORE-ACCOUNT-ADMIN", "deputy");
            }
            Deputy appointed = new Deputy(
                    UUID.randomUUID(),
                    absent.id(),
                    absent.displayName(),
                    deputy.id(),
                    deputy.displayName(),
                    begin,
                    until);
            new DeputyRows(handle).insert(appointed, caller.accountId(), OffsetDateTime.now(clock));
            record(caller, "account.deputy", appointed);
            tell(appointed);
            return appointed;
        });
    }

    @Override
    public void end(Caller caller, UUID id) {
        AdminScope scope = AdminScope.of(caller, organisations);
        database.transact(handle -> {
            DeputyRows rows = new DeputyRows(handle);
            Deputy ended = rows.find(id).orElseThrow(DeputiesService::notFound);
            scope.requireAll(new AccountRows(handle).grants(ended.account()));
            rows.delete(id);
            record(caller, "account.deputy-end", ended);
            return null;
        });
    }

    /** Whoever stands in from now on, or from a later day, is not left to find it out. */
    private void tell(Deputy appointed) {
        post.toAccounts(
                List.of(appointed.deputy()),
                Post.Message.ofPlatform(
                        "deputy",
                        appointed.id().toString(),
                        today(),
                        texts.get("notice.deputy", appointed.accountName()),
                        texts.get(
                                "notice.deputy.body",
                                appointed.accountName(),
                                appointed.from().toString(),
                                appointed.until().toString()),
                        "todo"));
    }

    private void record(Caller caller, String action, Deputy deputy) {
        audit.write(
                caller,
                action,
                "account/" + deputy.account(),
                null,
                Map.of(
                        "deputy",
                        deputy.deputy().toString(),
                        "from",
                        deputy.from().toString(),
                        "until",
                        deputy.until().toString()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }
}
