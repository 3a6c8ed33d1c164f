package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shishi.itest.breakroom.Room;
import org.shishi.itest.rest.Rest;
import org.shishi.testbed.process.ShishiProcess;
import tools.jackson.databind.JsonNode;

/**
 * All addresses of the REST door × all roles × what belongs to one's own branch and to another: let in is who is printed in
 * the matrix. The addresses are those of the door's own description, and one that nobody declared fails.
 */
class MatrixIT {

    private static final String PROGRAMME = "/2024/break-room/";
    private static final Matrix MATRIX = new Matrix();
    private static final Map<String, Rest> CALLERS = new LinkedHashMap<>();
    private static final Map<String, String> ACTING = new LinkedHashMap<>();
    private static final List<RestUse> DECLARED = RestUse.all();
    private static final List<String> ADDRESSES = new ArrayList<>();

    private static Rest nobody;
    private static Rest city;
    private static Rest own;
    private static Rest other;
    private static String ownUnion;
    private static String otherUnion;

    @BeforeAll
    static void signIn() {
        ShishiProcess shishi = ShishiProcess.sharedDemo();
        nobody = Rest.nobody(shishi);
        for (String role : MATRIX.roles()) {
            Rest caller = Rest.as(shishi, Matrix.account(role));
            CALLERS.put(role, caller);
            ACTING.put(
                    role,
                    caller.get("/organisations?limit=1")
                            .json()
                            .at("/items/0/id")
                            .asString());
        }
        city = CALLERS.get("CITY_OFFICER");
        own = CALLERS.get("GRASSROOTS_OFFICER");
        other = Rest.as(shishi, "demo-huangpu-grassroots");
        ownUnion = city.get(PROGRAMME + "rooms/" + room(own))
                .json()
                .path("ownerOrg")
                .asString();
        otherUnion = city.get(PROGRAMME + "rooms/" + room(other))
                .json()
                .path("ownerOrg")
                .asString();
        nobody.get("/openapi.json").json().path("paths").forEachEntry((path, operations) -> operations
                .propertyNames()
                .forEach(method -> ADDRESSES.add(method + " " + path)));
    }

    private static String room(Rest maker) {
        return maker.post(PROGRAMME + "rooms", Room.json()).json().path("id").asString();
    }

    private static RestUse declared(String address) {
        String[] words = address.split(" ");
        return DECLARED.stream()
                .filter(use -> use.covers(words[0], words[1]))
                .min(Comparator.comparingLong(use -> use.distance(words[1])))
                .orElse(null);
    }

    @Test
    void every_address_is_declared_and_every_line_is_one() {
        assertEquals(
                List.of(),
                ADDRESSES.stream().filter(address -> declared(address) == null).toList());
        assertEquals(
                List.of(),
                DECLARED.stream()
                        .filter(use -> ADDRESSES.stream().noneMatch(address -> use.equals(declared(address))))
                        .toList());
    }

    @Test
    void let_in_is_who_is_printed() {
        Map<String, String> wrong = new ConcurrentSkipListMap<>();
        for (String address : ADDRESSES) {
            RestUse use = declared(address);
            String subject = subject(use, address, true);
            walk(wrong, address, use, true, subject);
            if (subject != null) {
                walk(wrong, address, use, false, subject(use, address, false));
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static void walk(Map<String, String> wrong, String address, RestUse use, boolean mine, String subject) {
        MATRIX.roles().parallelStream().forEach(role -> {
            String own = use.about().contains("each") ? subject(use, address, mine) : subject;
            Rest.Answer answer = use.ask(CALLERS.get(role), address.split(" ")[1], own, ACTING.get(role));
            String told =
                    verdict(use, role, mine, subject != null || !use.path().contains("{"), answer);
            if (told != null) {
                wrong.put(address + " by " + role + (mine ? "" : " elsewhere"), told);
            }
        });
    }

    /** @return null: as printed */
    private static String verdict(RestUse use, String role, boolean mine, boolean there, Rest.Answer answer) {
        boolean expected = expected(use, role, mine);
        boolean missing = !there || use.about().contains("unknown");
        int status = answer.status();
        boolean as = expected
                ? status != 401 && status != 403 && status < 500 && (status == 404) == missing
                : status == 403 || missing && status == 404;
        return as ? null : (expected ? "turned away: " : "let in: ") + status + " " + answer.codes();
    }

    private static boolean expected(RestUse use, String role, boolean mine) {
        if (use.rights().contains(Table.OPEN)) {
            return true;
        }
        boolean right = use.rights().contains(Table.EVERYBODY)
                || use.rights().stream().anyMatch(each -> MATRIX.holds(role, each));
        boolean member = use.members() || !role.equals("MEMBER");
        boolean place = (!use.about().contains("city") || Matrix.place(role) == Matrix.Place.CITY)
                && (!use.about().contains("district") || Matrix.place(role) == Matrix.Place.DISTRICT);
        boolean sight = !use.about().contains("record") || MATRIX.holds(role, "V") && MATRIX.reaches(role, mine);
        boolean above = !use.about().contains("body") && !use.about().contains("below") || above(role, mine);
        return right && member && place && sight && above;
    }

    /** Whether the role's organisation stands above the union, or is it: names are no records. */
    private static boolean above(String role, boolean mine) {
        return switch (Matrix.place(role)) {
            case CITY -> true;
            case DISTRICT, UNION -> mine;
            case INSTITUTION -> false;
        };
    }

    /** Of a record: a new room, for uses change it; of another type one that the demonstration has. Null: there is none. */
    private static String subject(RestUse use, String address, boolean mine) {
        if (use.about().contains("body")
                || use.about().contains("below") && use.path().startsWith("/organisations/")) {
            return mine ? ownUnion : otherUnion;
        }
        if (!use.about().contains("record") && !use.about().contains("below")) {
            return null;
        }
        if (use.path().contains("/rooms/") || address.contains(PROGRAMME + "rooms/")) {
            return room(mine ? own : other);
        }
        return first(address.split(PROGRAMME)[1].split("/")[0], mine);
    }

    private static String first(String type, boolean mine) {
        String wanted = mine ? ownUnion : otherUnion;
        String after = "";
        while (after != null) {
            JsonNode page =
                    city.get(PROGRAMME + type + "?limit=200&after=" + after).json();
            for (JsonNode item : page.path("items")) {
                if (item.path("ownerOrg").asString().equals(wanted)) {
                    return item.path("id").asString();
                }
            }
            after = page.path("next").isNull() ? null : page.path("next").asString();
        }
        return null;
    }
}
