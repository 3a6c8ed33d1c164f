package org.shishi.core.permission;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.platform.Accounts;
import org.shishi.api.platform.Accounts.Account;
import org.shishi.api.platform.Accounts.Grant;
import org.shishi.api.platform.AuditLog;
import org.shishi.api.platform.Deputies;
import org.shishi.api.platform.OrganisationAdmin;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.audit.AuditLogService;
import org.shishi.core.identity.Identities;
import org.shishi.core.setup.TestCity;

/** What administers accounts and organisations: for which right, and how it is asked about one organisation. */
enum PlatformUse {
    ACCOUNTS_LIST("Accounts.list", Right.PLATFORM, Place::finds),
    ACCOUNTS_GET("Accounts.get", Right.PLATFORM, (p, c) -> p.accounts.get(c, p.account.id())),
    ACCOUNTS_CREATE("Accounts.create", Right.PLATFORM, Place::creates),
    ACCOUNTS_UPDATE("Accounts.update", Right.PLATFORM, (p, c) -> p.accounts.update(c, p.account)),
    ACCOUNTS_RESET("Accounts.resetPassword", Right.PLATFORM, (p, c) -> p.accounts.resetPassword(c, p.account.id())),
    ACCOUNTS_DISABLE("Accounts.disable", Right.PLATFORM, (p, c) -> p.accounts.disable(c, p.account.id(), true)),
    ACCOUNTS_UNLOCK("Accounts.unlock", Right.PLATFORM, (p, c) -> p.accounts.unlock(c, p.account.id())),
    DEPUTIES_OF("Deputies.of", Right.PLATFORM, (p, c) -> p.deputies.of(c, p.account.id())),
    DEPUTIES_APPOINT("Deputies.appoint", Right.PLATFORM, (p, c) -> p.appoint(c, p.other)),
    DEPUTIES_END("Deputies.end", Right.PLATFORM, Place::dismiss),
    TREE_CHILDREN("OrganisationAdmin.children", Right.PLATFORM, (p, c) -> p.tree.children(c, p.owner.id())),
    TREE_CHANGES("OrganisationAdmin.changes", Right.PLATFORM, Place::mayChange),
    TREE_CREATE("OrganisationAdmin.create", Right.PLATFORM, Place::founds),
    TREE_UPDATE("OrganisationAdmin.update", Right.PLATFORM, (p, c) -> p.tree.update(c, p.owner)),
    TREE_PLAN("OrganisationAdmin.plan", Right.PLATFORM, (p, c) -> p.tree.plan(c, p.otherName())),
    TREE_APPLY("OrganisationAdmin.apply", Right.PLATFORM, (p, c) -> p.tree.apply(c, p.otherName(), "stale")),
    AUDIT_LIST("AuditLog.list", Right.AUDIT_LOG, Place::looks),
    AUDIT_TELL("AuditLog.tell", Right.AUDIT_LOG, Place::tells),
    AUDIT_ACTIONS("AuditLog.actions", Right.AUDIT_LOG, (p, c) -> p.log.actions(c)),
    AUDIT_EXPORT("AuditLog.export", Right.AUDIT_LOG, Place::exports),
    AUDIT_VERIFY("AuditLog.verify", Right.AUDIT_LOG, (p, c) -> p.log.verify(c));

    /** Asks for it once; refusals are thrown. */
    interface Ask {
        void of(Place place, Caller caller);
    }

    final String method;
    final Right right;
    final Ask ask;

    PlatformUse(String method, Right right, Ask ask) {
        this.method = method;
        this.right = right;
        this.ask = ask;
    }

    /** An organisation with an account of its own and a line in the log. */
    static final class Place {

        final TestCity city;
        final Organisation owner;
        final Accounts accounts;
        final OrganisationAdmin tree;
        final AuditLogService log;
        final Deputies deputies;
        final Account account;
        final Account other;
        private final String mark = UUID.randomUUID().toString().substring(0, 12);

        Place(TestCity city, Organisation owner) {
            this.city = city;
            this.owner = owner;
            accounts = Identities.accounts(city);
            tree = city.admin;
            log = city.log();
            account = accounts.create(city.administrator(), "m-" + mark, "矩阵", grants())
                    .account();
            other = accounts.create(city.administrator(), "o-" + mark, "矩阵", grants())
                    .account();
            deputies = Identities.deputies(city);
            city.audit.write(city.caller(Role.MEMBER, owner), "matrix", mark, null, Map.of());
        }

        private Set<Grant> grants() {
            return Set.of(new Grant(owner.id(), "*", Role.GRASSROOTS_OFFICER));
        }

        OrgChange otherName() {
            return new OrgChange.Rename(owner.id(), owner.name() + mark, false);
        }

        Deputies.Deputy appoint(Caller caller, Account deputy) {
            LocalDate today = LocalDate.now(city.clock);
            return deputies.appoint(caller, account.id(), deputy.userName(), today, today);
        }

        void dismiss(Caller caller) {
            deputies.end(caller, appoint(city.administrator(), other).id());
        }

        ByteArrayOutputStream out() {
            return new ByteArrayOutputStream();
        }

        void finds(Caller caller) {
            require(accounts.list(caller, "m-" + mark, null, 5));
        }

        void creates(Caller caller) {
            accounts.create(caller, "n-" + mark, "矩阵", grants());
        }

        void founds(Caller caller) {
            tree.create(
                    caller,
                    new Organisation(
                            null,
                            OrgType.GRASSROOTS,
                            "矩阵" + mark,
                            List.of(),
                            owner.id(),
                            null,
                            null,
                            false,
                            null,
                            null));
        }

        void mayChange(Caller caller) {
            require(tree.changes(caller, owner.id()) ? List.of(owner) : List.of());
        }

        void looks(Caller caller) {
            require(log.list(caller, LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), null, "matrix", mark, 0, 5));
        }

        /** The account is named where it may be seen, and else by its id. */
        void tells(Caller caller) {
            AuditLog.Entry line = new AuditLog.Entry(
                    1, Instant.EPOCH, "", "", "matrix", "account/" + account.id(), null, null, Map.of());
            require(log.tell(caller, List.of(line)).stream()
                    .filter(AuditLog.Told::named)
                    .toList());
        }

        /** Somebody else's lines are not in it: the number of lines is what the log says was exported. */
        void exports(Caller caller) {
            ByteArrayOutputStream out = out();
            log.export(caller, null, null, null, "matrix", mark, out);
            String told = city.database.read(handle -> handle.createQuery(
                            "select details from core.audit_entry where action = 'audit.export' order by number desc"
                                    + " limit 1")
                    .mapTo(String.class)
                    .one());
            require(told.contains("\"lines\":\"1\"") ? List.of(told) : List.of());
        }

        private static void require(List<?> found) {
            if (found.isEmpty()) {
                throw new RefusedException("CORE-NOT-FOUND", null);
            }
        }
    }
}
