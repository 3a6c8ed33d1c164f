package org.shishi.programme.breakroom.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Organisation;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.IndustryGroup;
import org.shishi.programme.breakroom.model.ProjectKind;
import org.shishi.programme.breakroom.service.Rooms;

/** Invented rooms. */
final class DemoRooms {

    private static final List<String> PLACES =
            List.of("总装车间", "公交停车场", "住院部", "环卫道班", "地铁换乘站", "炼化装置区", "机坪", "建筑工地", "仓储物流区");
    private static final List<String> NAMES = List.of("暖心", "向阳", "同心", "清风", "晨光", "港湾", "星光");
    private static final List<String> FACILITIES = List.of(
            "冰箱、空调、微波炉、沙发躺椅", "空调、饮用水、零食、电视机", "微波炉、冰箱、按摩椅、空气净化器", "空调、饮用水、职工书屋、心理体验", "冰箱、空调、健身休闲、健康指导、爱心妈咪小屋");

    private DemoRooms() {}

    /** @param first no two years have rooms of the same number: one room that is new in both would be refused */
    static BreakRoom room(int first, int number, Organisation owner, RandomGenerator random) {
        BreakRoom room = Rooms.TYPE.blank();
        room.head().ownerOrg(owner.id());
        room.setName(PLACES.get(number % PLACES.size()) + NAMES.get(random.nextInt(NAMES.size())) + "休息室");
        room.setDistrict(owner.district() == null ? District.values()[number % 16] : owner.district());
        room.setStreet("示例街道");
        room.setAddressDetail(
                "示例路%d弄%d号%d室".formatted(100 + first + number, 1 + random.nextInt(80), 101 + random.nextInt(500)));
        room.setPointContact("演示联系人");
        room.setPointMobile("199%08d".formatted(number));
        room.setOwnerUnit(owner.name());
        room.setAreaM2(BigDecimal.valueOf(1500 + random.nextInt(8500), 2));
        room.setFacilities(FACILITIES.get(number % FACILITIES.size()));
        room.setCoveredUnits(1 + random.nextInt(12));
        room.setPlannedFen((20_000L + random.nextInt(180_000)) * 100);
        room.setMatchingFen(number % 3 == 0 ? 10_000_00L : null);
        room.setProjectKind(number % 4 == 0 ? ProjectKind.IMPROVE : ProjectKind.NEW);
        room.setIndustryGroup(IndustryGroup.values()[number % 3]);
        room.setSeparateArea(true);
        room.setVentilated(true);
        return room;
    }
}
