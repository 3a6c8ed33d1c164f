package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;

/**
 * All pages × all roles × a record of one's own branch and one of another: a page opens for whom the matrix names, and says no
 * to everybody else and gives nothing away. That these are all pages is asked by {@code PageListIT}.
 */
class PageMatrixIT {

    private static final String NOBODY = "00000000-0000-0000-0000-00000000abcd";
    private static final String FAULT = "页面出错了";
    /** How pages say that one may not see something, or that it is not there. */
    private static final List<String> SAY_NO =
            List.of("无法打开此页面", "没有找到这个页面", "您没有办理此项的权限", "找不到这条记录", "没有这个模板，或您不能查看它", "无法显示");

    /** Tells what others were told. */
    private static final String LOG = "admin/audit";

    private final Matrix matrix = new Matrix();
    private final List<PageUse> uses = PageUse.all();

    /** A room that somebody owns. */
    private record Known(String id, String name) {}

    @Test
    void a_page_opens_for_whom_is_printed() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        Known own = room(Rest.as(shishi, "demo-grassroots-officer"));
        Known other = room(Rest.as(shishi, "demo-huangpu-grassroots"));
        Map<String, String> wrong = new ConcurrentSkipListMap<>();
        matrix.roles().parallelStream().forEach(role -> {
            try (Browser browser = Browser.of(shishi, Matrix.account(role))) {
                browser.open("", "");
                for (PageUse use : uses) {
                    visit(wrong, browser, use, role, true, own);
                    if (use.about().contains("record")) {
                        visit(wrong, browser, use, role, false, other);
                    }
                }
            }
        });
        assertEquals(Map.of(), wrong);
    }

    private static Known room(Rest maker) {
        Map<String, Object> room = Room.json();
        Rest.Answer made = maker.post("/2024/break-room/rooms", room);
        assertEquals(201, made.status(), made.toString());
        return new Known(made.json().path("id").asString(), (String) room.get("name"));
    }

    private void visit(Map<String, String> wrong, Browser browser, PageUse use, String role, boolean mine, Known room) {
        if (!use.walked()) {
            return;
        }
        boolean record = use.about().contains("record");
        String told = browser.go(use.address(record ? room.id() : NOBODY)).told();
        boolean expected = expected(use, role, mine);
        boolean named = told.contains(room.name());
        boolean no = (use.template().equals(LOG) ? SAY_NO.subList(0, 2) : SAY_NO)
                .stream().anyMatch(told::contains);
        // A page about a record opens when it shows the record.
        boolean opened = record ? named : !no;
        boolean may = use.about().contains("unknown") || use.about().contains("state");
        if (told.contains(FAULT) || (may ? opened && !expected : opened != expected) || !expected && (named || !no)) {
            wrong.put(
                    "/" + use.template() + " for " + role + (mine ? "" : " elsewhere"),
                    (no ? "says no" : "opens") + (named ? " and shows the record" : ""));
        }
    }

    private boolean expected(PageUse use, String role, boolean mine) {
        boolean right = use.rights().contains(Table.EVERYBODY)
                || use.rights().stream().anyMatch(each -> matrix.holds(role, each));
        boolean member = use.members() || !role.equals("MEMBER");
        boolean place = !use.about().contains("city") || Matrix.place(role) == Matrix.Place.CITY;
        boolean sight = !use.about().contains("record") || matrix.holds(role, "V") && matrix.reaches(role, mine);
        return right && member && place && sight;
    }
}
