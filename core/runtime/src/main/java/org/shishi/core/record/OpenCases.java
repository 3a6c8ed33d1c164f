package org.shishi.core.record;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordQuery;
import org.shishi.api.record.RecordType;
import org.shishi.api.workflow.State;

/** How many cases are under way, in all programmes that are open now. */
@Component(service = OpenCases.class)
public final class OpenCases {

    private static final long MOST = Long.MAX_VALUE;

    private final LiveYears live;
    private final Organisations organisations;

    @Activate
    public OpenCases(@Reference LiveYears live, @Reference Organisations organisations) {
        this.live = live;
        this.organisations = organisations;
    }

    /** Owned by these bodies or by one below them. */
    public long ownedWithin(Collection<UUID> bodies) {
        if (bodies.isEmpty()) {
            return 0;
        }
        Caller system =
                new Caller(Caller.SYSTEM_ID, "系统", organisations.city(), Map.of(), Locale.SIMPLIFIED_CHINESE, null);
        List<String> owners = bodies.stream().map(UUID::toString).toList();
        return live.all().stream()
                .flatMap(programme -> programme.descriptor().records().stream()
                        .filter(type -> type.partOf().isEmpty())
                        .map(type -> count(system, programme, type, owners)))
                .mapToLong(Long::longValue)
                .sum();
    }

    private static <T extends ProgrammeRecord> long count(
            Caller system, LiveProgramme programme, RecordType<T> type, List<String> owners) {
        List<String> open = type.workflow().stream()
                .flatMap(flow -> flow.allStates().stream())
                .filter(state -> !state.end())
                .map(State::name)
                .toList();
        if (open.isEmpty()) {
            return 0;
        }
        RecordQuery query = new RecordQuery(Map.of("owner", owners, "status", open), null, null, false, null, false, 1);
        return programme.context().records(type).count(system, query, MOST);
    }
}
