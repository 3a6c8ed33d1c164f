package org.shishi.testkit.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;

class FakesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

    private final FakeClock clock = FakeClock.at(DAY);
    private final FakeOrganisations tree = new FakeOrganisations();
    private final Organisation east = tree.district("东区总工会", District.PUDONG);
    private final Organisation factory = tree.grassroots("示例工厂工会", east);

    @Test
    void the_clock_stands_until_it_is_moved() {
        assertEquals(DAY, clock.today());
        clock.advance(Duration.ofHours(12));
        assertEquals(DAY.plusDays(1), clock.today());
        clock.moveTo(LocalDate.of(2024, 12, 31));
        assertEquals(LocalDate.of(2024, 12, 31), clock.today());
    }

    @Test
    void the_tree_knows_who_is_above() {
        assertEquals(Optional.of(east), tree.secondLevelOf(factory.id()));
        assertEquals(Optional.of(tree.city()), tree.superiorOf(east.id()));
        assertEquals(Optional.empty(), tree.secondLevelOf(tree.city().id()));
        assertThrows(IllegalArgumentException.class, () -> tree.add(OrgType.DISTRICT, "错位", factory, null));
    }

    @Test
    void a_caller_holds_one_role() {
        Caller officer = tree.caller(Role.GRASSROOTS_OFFICER, factory);
        assertTrue(officer.may("any", Right.SUBMIT));
        assertFalse(officer.may("any", Right.REVIEW));
    }

    @Test
    void people_are_masked_and_found_by_their_invented_numbers() {
        FakePeople people = new FakePeople(clock);
        String number = FakePeople.residentId(LocalDate.of(1980, 2, 29), 7);
        var person = people.register(tree.caller(Role.CITY_OFFICER, east), "测试甲", number, "13900000000");

        assertTrue(number.startsWith("310999"), number);
        assertEquals("测**", person.maskedName());
        assertEquals(Optional.of(person), people.byResidentId(number));
    }
}
