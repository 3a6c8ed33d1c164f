package org.shishi.browser.module;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An invented room taken through the REST door until its owner may check it. */
final class RoomUnderWork {

    private static final byte[] PLAN = "%PDF-1.4\n% 测试方案\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private RoomUnderWork() {}

    /** @return its id */
    static String in(URI site, int year) {
        RestDoor unit = new RestDoor(site, "demo-grassroots-officer");
        RestDoor union = new RestDoor(site, "demo-second-level-officer");
        String programme = "/" + year + "/break-room/";
        String id = unit.post(
                        programme + "rooms",
                        Map.ofEntries(
                                Map.entry("name", "测试休息室"),
                                Map.entry("district", "310115"),
                                Map.entry("street", "测试街道"),
                                Map.entry("addressDetail", "测试路1号"),
                                Map.entry("pointContact", "测试联系人"),
                                Map.entry("pointMobile", "13900000000"),
                                Map.entry("ownerUnit", "测试单位"),
                                Map.entry("areaM2", 20.5),
                                Map.entry("facilities", "空调、冰箱"),
                                Map.entry("coveredUnits", 2),
                                Map.entry("plannedFen", 1_000_000),
                                Map.entry("projectKind", "NEW"),
                                Map.entry("industryGroup", "PUBLIC_SERVICE"),
                                Map.entry("separateArea", true),
                                Map.entry("ventilated", true)))
                .get("id")
                .getAsString();
        String room = programme + "rooms/" + id;
        go(union, room, "submit");
        unit.post(
                programme + "consultations",
                Map.of("room", id, "kind", "WORKERS_CONGRESS", "date", "2024-05-06", "summary", "测试：讨论通过"));
        go(unit, room, "consult");
        unit.upload(room + "/attachments?kind=plan&fileName=plan.pdf", PLAN);
        go(union, room, "acceptPlan");
        go(unit, room, "start");
        return id;
    }

    private static void go(RestDoor who, String room, String action) {
        who.post(room + "/transitions", Map.of("action", action));
    }
}
