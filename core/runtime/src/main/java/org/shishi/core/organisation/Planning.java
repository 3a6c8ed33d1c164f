package org.shishi.core.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shishi.api.organisation.OrgChange;
import org.shishi.api.organisation.OrgPlan;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.record.OpenCases;

/** Makes a plan by doing the change and rolling it back: what is shown is what would be done. */
final class Planning {

    /** Carries what was found out of a transaction that must not be committed. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Doing doing;

        private RolledBack(Doing doing) {
            super("a plan is never committed", null, false, false);
            this.doing = doing;
        }
    }

    private final CoreDatabase database;
    private final OpenCases cases;

    Planning(CoreDatabase database, OpenCases cases) {
        this.database = database;
        this.cases = cases;
    }

    OrgPlan plan(Function<Handle, Doing> begin, OrgChange change) {
        Doing doing = tried(begin, change);
        if (!doing.wrong().isEmpty()) {
            throw new RefusedException(doing.wrong());
        }
        List<UUID> touched = List.copyOf(doing.touched());
        List<UUID> roots = doing.steps().stream()
                .filter(step -> step.kind() != OrgPlan.Kind.CREATE)
                .map(OrgPlan.Step::id)
                .filter(touched::contains)
                .distinct()
                .toList();
        return new OrgPlan(
                token(change, doing),
                doing.steps(),
                touched.size(),
                cases.ownedWithin(roots),
                counted("select count(distinct g.account_id) from core.role_grant g where ", "g", roots),
                counted("select count(*) from core.unit g where ", "g", roots));
    }

    private Doing tried(Function<Handle, Doing> begin, OrgChange change) {
        try {
            return database.transact(handle -> {
                new OrganisationRows(handle).lock();
                Doing doing = begin.apply(handle);
                new Changes(doing).run(change);
                throw new RolledBack(doing);
            });
        } catch (RolledBack e) {
            return e.doing;
        }
    }

    /** Of the tree as it is: the plan has been rolled back. */
    private long counted(String select, String alias, List<UUID> roots) {
        if (roots.isEmpty()) {
            return 0;
        }
        return database.read(handle -> handle.createQuery(
                        select + alias + ".organisation_id in (select w.organisation_id from core.organisation_within w"
                                + " where w.ancestor_id in (<roots>))")
                .bindList("roots", roots)
                .mapTo(Long.class)
                .one());
    }

    static String word(OrgChange change) {
        return change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The change and everything that it would do: another tree gives another one, other work in other branches does not. */
    static String token(OrgChange change, Doing doing) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((change + "\n" + doing.facts()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
