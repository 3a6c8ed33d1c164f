package org.shishi.core.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.audit.Audit;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.platform.Visibility;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.RefusedException;
import org.shishi.core.persistence.CoreDatabase;

/** Answers by the same rule that lists and counts are narrowed by: roles with VIEW, as far as they reach. */
@Component(service = Visibility.class)
public final class VisibilityService implements Visibility {

    private static final int MOST = 1_000;

    /** A role in the owner's organisation or above it, own or of somebody one stands in for. */
    private static final String REACHING = "select g.organisation_id, g.programme_id, g.role, a.id, a.user_name,"
            + " a.display_name, a.deputy_for from core.organisation_within w"
            + " join core.role_grant g on g.organisation_id = w.ancestor_id"
            + " join (select x.id, x.user_name, x.display_name, x.id as grants_of, cast(null as varchar(100))"
            + " as deputy_for from core.account x where not x.disabled"
            + " union all select y.id, y.user_name, y.display_name, d.account_id, z.display_name from core.deputy d"
            + " join core.account y on y.id = d.deputy_id join core.account z on z.id = d.account_id"
            + " where d.from_day <= :today and d.until_day >= :today and not y.disabled and not z.disabled) a"
            + " on a.grants_of = g.account_id"
            + " where w.organisation_id = :owner and g.programme_id in (:programme, '*')"
            + " and (g.role in (<below>) or g.organisation_id = :owner and g.role in (<own>)"
            + " or g.organisation_id = :owner and g.role in (<personal>) and g.account_id = :maker)"
            + " order by (select length(o.path) from core.organisation o where o.id = g.organisation_id) desc,"
            + " a.user_name, g.role, g.programme_id limit :limit";

    private final CoreDatabase database;
    private final LiveYears live;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public VisibilityService(
            @Reference CoreDatabase database,
            @Reference LiveYears live,
            @Reference Organisations organisations,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.database = database;
        this.live = live;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Answer explain(Caller caller, String programmeId, int year, String recordType, UUID record) {
        if (!caller.mayAnywhere(Right.PLATFORM) && !caller.mayAnywhere(Right.AUDIT_LOG)) {
            throw Access.forbidden();
        }
        LiveProgramme programme = live.all().stream()
                .filter(one -> one.descriptor().id().equals(programmeId)
                        && one.context().year() == year)
                .findFirst()
                .orElseThrow(VisibilityService::notFound);
        RecordType<?> type = programme.descriptor().record(recordType).orElseThrow(VisibilityService::notFound);
        RecordHead head = head(programme, type, record);
        UUID owner = head.ownerOrg();
        Organisation body = organisations.byId(owner).orElseThrow(VisibilityService::notFound);
        Organisation branch = organisations.byId(caller.organisation().id()).orElse(caller.organisation());
        if (!body.within(branch)) {
            throw Access.forbidden();
        }
        List<Reason> reasons = database.read(handle -> reasons(handle, programmeId, head));
        audit.write(caller, "record.visibility", programme.context().objectName(type, record), null, Map.of());
        return new Answer(
                programmeId,
                year,
                recordType,
                record,
                programme.context().texts().get(recordType),
                owner,
                body.name(),
                way(body),
                reasons.subList(0, Math.min(MOST, reasons.size())),
                reasons.size() > MOST);
    }

    /** By the system, which sees everything: whoever asks need not see the record. */
    private <T extends ProgrammeRecord> RecordHead head(LiveProgramme programme, RecordType<T> type, UUID record) {
        Caller system =
                new Caller(Caller.SYSTEM_ID, "系统", organisations.city(), Map.of(), Locale.SIMPLIFIED_CHINESE, null);
        return programme.context().records(type).get(system, record).head();
    }

    private List<String> way(Organisation body) {
        return Arrays.stream(body.path().split("/"))
                .map(UUID::fromString)
                .map(organisations::byId)
                .flatMap(Optional::stream)
                .map(Organisation::name)
                .toList();
    }

    private List<Reason> reasons(Handle handle, String programmeId, RecordHead head) {
        UUID owner = head.ownerOrg();
        return handle.createQuery(REACHING)
                .bind("owner", owner)
                .bind("programme", programmeId)
                .bind("today", LocalDate.now(clock))
                .bind("limit", MOST + 1)
                .bindList("below", viewing(Role.Reach.SUBTREE))
                .bindList("own", viewing(Role.Reach.OWN))
                .bindList("personal", viewing(Role.Reach.PERSONAL))
                .bind("maker", head.createdBy())
                .map((row, context) -> {
                    UUID organisation = row.getObject(1, UUID.class);
                    Role role = Role.valueOf(row.getString(3));
                    return new Reason(
                            row.getObject(4, UUID.class),
                            row.getString(5),
                            row.getString(6),
                            role,
                            row.getString(2),
                            organisation,
                            organisations
                                    .byId(organisation)
                                    .map(Organisation::name)
                                    .orElse(""),
                            organisation.equals(owner),
                            row.getString(7),
                            role.rights().contains(Right.UNMASK));
                })
                .list();
    }

    private static List<String> viewing(Role.Reach reach) {
        List<String> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role.reach() == reach && role.rights().contains(Right.VIEW)) {
                roles.add(role.name());
            }
        }
        return roles;
    }

    private static RefusedException notFound() {
        return new RefusedException("CORE-NOT-FOUND", null);
    }
}
