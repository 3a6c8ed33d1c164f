package org.shishi.itest.breakroom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An invented room as JSON. */
public final class Room {

    private static final AtomicInteger NUMBER = new AtomicInteger(10_000);

    private Room() {}

    public static Map<String, Object> json() {
        int number = NUMBER.incrementAndGet();
        Map<String, Object> room = new LinkedHashMap<>();
        room.put("name", "测试休息室" + number);
        room.put("district", "310115");
        room.put("street", "测试街道");
        room.put("addressDetail", "测试路" + number + "号");
        room.put("pointContact", "测试联系人");
        room.put("pointMobile", "13900000000");
        room.put("ownerUnit", "测试单位");
        room.put("areaM2", 20.5);
        room.put("facilities", "空调、冰箱");
        room.put("coveredUnits", 2);
        room.put("plannedFen", 1_000_000);
        room.put("projectKind", "NEW");
        room.put("industryGroup", "PUBLIC_SERVICE");
        room.put("separateArea", true);
        room.put("ventilated", true);
        return room;
    }
}
