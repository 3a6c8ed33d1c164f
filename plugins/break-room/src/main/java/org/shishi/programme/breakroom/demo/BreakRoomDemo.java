package org.shishi.programme.breakroom.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.DemoData;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.programme.breakroom.model.BreakRoomSheet;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.service.Sheets;

/** 120 invented rooms in every state, walked there through the same door as everybody's. */
@Component
public final class BreakRoomDemo implements DemoData {

    private static final int ROOMS = 120;
    /** So many unions have declared nothing yet: they are the ones that are reminded. */
    private static final int SILENT = 3;

    /** One state after another; the common ones more often. */
    private static final List<RoomState> STATES = List.of(
            RoomState.DRAFT,
            RoomState.DRAFT,
            RoomState.DECLARED,
            RoomState.DECLARED,
            RoomState.CONSULTED,
            RoomState.DESIGNED,
            RoomState.UNDER_WORK,
            RoomState.UNDER_WORK,
            RoomState.READY,
            RoomState.SECOND_LEVEL_APPROVED,
            RoomState.CITY_VERIFIED,
            RoomState.PLAQUED,
            RoomState.PLAQUED,
            RoomState.RECTIFY,
            RoomState.WITHDRAWN);

    private final Organisations organisations;

    @Activate
    public BreakRoomDemo(@Reference Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public void fill(ProgrammeContext programme, Cast cast) {
        List<Organisation> unions = organisations.secondLevel();
        unions.forEach(union -> sheet(programme, cast, union));
        List<Organisation> owners = owners(declaring(unions));
        List<Organisation> home = owners.stream()
                .filter(owner -> owner.district() == District.PUDONG)
                .toList();
        int first = programme.year() % 100 * ROOMS;
        DemoWalk walk = new DemoWalk(programme, cast, organisations);
        for (int i = 0; i < ROOMS; i++) {
            // Every third round of states belongs to the branch of the demonstration accounts: all steps can be seen
            // there.
            boolean atHome = i / STATES.size() % 3 == 0 && !home.isEmpty();
            Organisation owner = atHome ? home.get(i % home.size()) : owners.get(i * 7 % owners.size());
            walk.to(STATES.get(i % STATES.size()), DemoRooms.room(first, i, owner, cast.random()), owner);
        }
    }

    private static void sheet(ProgrammeContext programme, Cast cast, Organisation union) {
        BreakRoomSheet sheet = Sheets.TYPE.blank();
        sheet.setContactName("示例联系人");
        sheet.setContactEmail("demo@example.invalid");
        sheet.setContactPhone("021-00000000");
        sheet.setRemarks("演示数据");
        programme.records(Sheets.TYPE).create(cast.as(Role.SECOND_LEVEL_OFFICER, union), sheet);
    }

    private static List<Organisation> declaring(List<Organisation> unions) {
        Set<Organisation> silent = unions.stream()
                .filter(union -> union.district() != District.PUDONG)
                .skip(Math.max(0, unions.size() - 1 - SILENT))
                .collect(Collectors.toSet());
        return unions.stream().filter(union -> !silent.contains(union)).toList();
    }

    /** Grassroots unions wherever they are, so that several levels have work. */
    private List<Organisation> owners(List<Organisation> unions) {
        List<Organisation> found = new ArrayList<>();
        unions.forEach(union -> collect(union, found));
        return found.isEmpty() ? unions : found;
    }

    private void collect(Organisation organisation, List<Organisation> found) {
        for (Organisation child : organisations.children(organisation.id())) {
            if (child.type() == OrgType.GRASSROOTS) {
                found.add(child);
            }
            collect(child, found);
        }
    }
}
