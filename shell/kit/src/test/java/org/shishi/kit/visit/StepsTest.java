package org.shishi.kit.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.workflow.State;
import org.shishi.kit.Sample;
import org.shishi.kit.SampleOrganisations;

final class StepsTest {

    private static List<String> offered(Set<String> states, Role role, Organisation organisation) {
        Caller caller = SampleOrganisations.caller(role, organisation);
        return new ArrayList<>(Steps.offered(Sample.FLOW, states, caller, "any").keySet());
    }

    @Test
    void theMainWayKnowsNoReturnsAndNoTrouble() {
        assertEquals(
                List.of("DRAFT", "HANDED_IN", "GRANTED"),
                Steps.mainWay(Sample.FLOW).stream().map(State::name).toList());
    }

    @Test
    void stepsAreOfferedByStateRightAndLevel() {
        assertEquals(
                List.of("return", "grant", "leave"),
                offered(Set.of("HANDED_IN"), Role.SECOND_LEVEL_APPROVER, SampleOrganisations.DISTRICT));
        assertEquals(
                List.of("leave"), offered(Set.of("HANDED_IN"), Role.SECOND_LEVEL_APPROVER, SampleOrganisations.CITY));
        assertEquals(
                List.of("submit", "leave"),
                offered(Set.of("DRAFT", "HANDED_IN"), Role.GRASSROOTS_OFFICER, SampleOrganisations.DISTRICT));
        assertEquals(List.of(), offered(Set.of("GONE"), Role.CITY_APPROVER, SampleOrganisations.CITY));
    }
}
