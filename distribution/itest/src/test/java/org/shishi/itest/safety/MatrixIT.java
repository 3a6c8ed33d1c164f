package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.process.ShishiProcess;
import org.shishi.itest.rest.Rest;
import tools.jackson.databind.JsonNode;

/**
 * All addresses of the REST door × all roles × a record of one's own branch and one of another: admitted is who is printed
 * in the matrix, and an address that nobody declared here fails the build.
 */
class MatrixIT {

    private static final String ROOMS = "/2024/break-room/rooms";
    private static final byte[] PLAN = "%PDF-1.4 plan".getBytes(StandardCharsets.US_ASCII);
    private static final String NOBODY = "00000000-0000-0000-0000-00000000abcd";

    /** Where a role's demonstration account acts: above both records, above the own one, at it, elsewhere. */
    private enum Place {
        CITY,
        DISTRICT,
        UNION,
        INSTITUTION
    }

    /** One way to use an address. @param rights letters, any of them; @param ask on a record of the given id */
    private record Use(String method, String path, String rights, Ask ask) {

        String address() {
            return method + " " + path;
        }
    }

    private interface Ask {
        Rest.Answer of(Rest who, String room);
    }

    private static ShishiProcess shishi;
    private static final Matrix MATRIX = new Matrix();
    private static final Map<String, Rest> CALLERS = new LinkedHashMap<>();

    @BeforeAll
    static void signIn() {
        shishi = ShishiProcess.sharedDemo();
        MATRIX.roles().forEach(role -> CALLERS.put(role, Rest.as(shishi, account(role))));
    }

    private static String account(String role) {
        return "demo-" + role.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With a record: seen by V within reach, and used by one of the rights. */
    private static final List<Use> OF_A_RECORD = List.of(
            new Use("get", ROOMS + "/{id}", "V", (who, room) -> who.get(ROOMS + "/" + room)),
            new Use("get", ROOMS + "/{id}/history", "V", (who, room) -> who.get(ROOMS + "/" + room + "/history")),
            new Use(
                    "get",
                    ROOMS + "/{id}/parts/{part}",
                    "V",
                    (who, room) -> who.get(ROOMS + "/" + room + "/parts/checks")),
            new Use(
                    "get",
                    ROOMS + "/{id}/attachments",
                    "V",
                    (who, room) -> who.get(ROOMS + "/" + room + "/attachments")),
            new Use(
                    "put",
                    ROOMS + "/{id}",
                    "C",
                    (who, room) -> who.put(ROOMS + "/" + room, Map.of("coveredUnits", 3), "*")));

    /** Without one: whoever holds one of the rights anywhere in the programme. Empty: everybody who is signed in. */
    private static final List<Use> WITHOUT = List.of(
            new Use("get", ROOMS, "V", (who, room) -> who.get(ROOMS + "?limit=1")),
            new Use("post", ROOMS, "C", (who, room) -> who.post(ROOMS, Room.json())),
            new Use("get", ROOMS + "/export", "V", (who, room) -> who.get(ROOMS + "/export?limit=1")),
            new Use("get", ROOMS + "/template", "", (who, room) -> who.get(ROOMS + "/template")),
            new Use("post", ROOMS + "/import", "C", (who, room) -> who.upload(ROOMS + "/import", PLAN)),
            new Use("get", "/2024/break-room/indicators", "V", (who, room) -> who.get("/2024/break-room/indicators")),
            new Use("get", "/programmes", "", (who, room) -> who.get("/programmes")),
            new Use("get", "/rules", "", (who, room) -> who.get("/rules?year=2024")),
            new Use("post", "/rules/{ruleId}", "", (who, room) -> who.rule("R-C.6", Map.of("phone", "1"))));

    /** Walked by others, or of one's own only: tasks are their starter's, which is asked below. */
    private static final Set<String> ELSEWHERE = Set.of(
            "get /jobs/{id}",
            "post /jobs/{id}/commit",
            "post /jobs/{id}/cancel",
            "post /jobs/{id}/undo",
            "get /jobs/{id}/errors",
            "post /tokens",
            // The door's core test walks every transition and attachment; these are the same use cases.
            "post " + ROOMS + "/{id}/transitions",
            "post " + ROOMS + "/transitions",
            "post " + ROOMS + "/{id}/attachments",
            "get " + ROOMS + "/{id}/attachments/{file}",
            "get /2024/break-room/reports/{report}");

    @Test
    void no_address_is_undeclared() {
        Set<String> declared = new TreeSet<>(ELSEWHERE);
        OF_A_RECORD.forEach(use -> declared.add(use.address()));
        WITHOUT.forEach(use -> declared.add(use.address()));
        JsonNode paths = Rest.nobody(shishi).get("/openapi.json").json().path("paths");
        Set<String> offered = new TreeSet<>();
        paths.forEachEntry((path, operations) -> {
            if (!ofAnotherType(paths, path)) {
                operations.propertyNames().forEach(method -> offered.add(method + " " + path));
            }
        });

        assertEquals(offered, declared);
    }

    /** Other types of records and other programmes have the same addresses as rooms. */
    private static boolean ofAnotherType(JsonNode paths, String path) {
        String[] words = path.split("/");
        return words.length > 3
                && words[1].matches("[0-9]{4}")
                && (!words[2].equals("break-room")
                        || !words[3].equals("rooms")
                                && paths.has("/" + words[1] + "/" + words[2] + "/" + words[3] + "/{id}"));
    }

    @Test
    void a_record_is_used_by_whom_the_matrix_names() {
        List<String> wrong = new ArrayList<>();
        for (boolean own : List.of(true, false)) {
            Rest maker = Rest.as(shishi, own ? "demo-grassroots-officer" : "demo-huangpu-grassroots");
            for (Use use : OF_A_RECORD) {
                String room = maker.post(ROOMS, Room.json()).json().path("id").asString();
                for (String role : MATRIX.roles()) {
                    boolean expected = MATRIX.holds(role, "V") && MATRIX.holds(role, use.rights) && reaches(role, own);
                    compare(wrong, use, role, own ? "own" : "other", expected, room);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void what_needs_no_record_is_used_by_whom_the_matrix_names() {
        List<String> wrong = new ArrayList<>();
        for (Use use : WITHOUT) {
            for (String role : MATRIX.roles()) {
                boolean expected = use.rights.isEmpty() || MATRIX.holds(role, use.rights);
                compare(wrong, use, role, "-", expected, NOBODY);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void another_persons_task_is_not_found() {
        String task = CALLERS.get("SECOND_LEVEL_OFFICER")
                .upload(ROOMS + "/import?dryRun=true", template())
                .json()
                .path("id")
                .asString();
        for (String role : MATRIX.roles()) {
            int status = CALLERS.get(role).get("/jobs/" + task).status();
            assertEquals(role.equals("SECOND_LEVEL_OFFICER") ? 200 : 404, status, role);
        }
    }

    private static byte[] template() {
        return CALLERS.get("SECOND_LEVEL_OFFICER")
                .get(ROOMS + "/template")
                .raw()
                .body();
    }

    private static void compare(List<String> wrong, Use use, String role, String which, boolean expected, String room) {
        Rest.Answer answer = use.ask.of(CALLERS.get(role), room);
        boolean admitted = answer.status() != 401 && answer.status() != 403 && answer.status() != 404;
        if (admitted != expected || answer.status() >= 500) {
            wrong.add(use.address() + " by " + role + " (" + which + "): " + answer.status());
        }
    }

    private static boolean reaches(String role, boolean own) {
        return switch (place(role)) {
            case CITY -> true;
            case DISTRICT -> own && !MATRIX.ownOnly(role);
            case UNION -> own;
            case INSTITUTION -> false;
        };
    }

    private static Place place(String role) {
        return switch (role) {
            case "SECOND_LEVEL_OFFICER", "SECOND_LEVEL_APPROVER" -> Place.DISTRICT;
            case "GRASSROOTS_OFFICER", "ENTERPRISE_CONTACT", "MEMBER" -> Place.UNION;
            case "FACILITY_OPERATOR", "SERVICE_CENTRE_OFFICER", "MUTUAL_AID_OFFICER", "FOUNDATION_REVIEWER" ->
                Place.INSTITUTION;
            default -> Place.CITY;
        };
    }
}
