package org.shishi.programme.breakroom.rule;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.organisation.District;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.ProjectKind;

/** Which rooms are the same room (domain specification, D-14). */
public final class UniquenessRules {

    private UniquenessRules() {}

    /** A room that exists: of this year or an earlier one. */
    public record ExistingRoom(int year, District district, String street, String addressDetail, String name) {}

    @Rule(id = "R-1.1", name = "checkUnique", source = "A2-1-1; D-14")
    public static Outcome<Ok> checkUnique(
            @Input("year") int year,
            @Input("district") District district,
            @Input("street") String street,
            @Input("addressDetail") String addressDetail,
            @Input("name") String name,
            @Input("projectKind") ProjectKind projectKind,
            @Input("existing") List<ExistingRoom> existing) {
        String key = key(district.code(), street, addressDetail, name);
        List<Integer> years = existing.stream()
                .filter(e -> key(e.district().code(), e.street(), e.addressDetail(), e.name())
                        .equals(key))
                .map(ExistingRoom::year)
                .toList();
        return Outcome.check(conflicts(year, projectKind, years));
    }

    /** What it means that the same room stands in these years. */
    public static List<Violation> conflicts(int year, ProjectKind projectKind, List<Integer> years) {
        List<Violation> found = new ArrayList<>();
        if (years.contains(year)) {
            found.add(Violation.of("BR-DUP", "name"));
        }
        if (projectKind == ProjectKind.NEW) {
            years.stream()
                    .filter(y -> y < year)
                    .max(Integer::compare)
                    .ifPresent(y -> found.add(Violation.of("BR-NOT-NEW", "projectKind", y.toString())));
        }
        return found;
    }

    public static String key(BreakRoom room) {
        return key(room.getDistrict().code(), room.getStreet(), room.getAddressDetail(), room.getName());
    }

    private static String key(String district, String street, String addressDetail, String name) {
        return String.join("|", district, Normal.address(street), Normal.address(addressDetail), Normal.address(name));
    }
}
