package org.shishi.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shishi.api.identity.Caller;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.workflow.Duty;
import org.shishi.core.record.HistoryStore.Taken;

class SeparationTest {

    private static final UUID ME = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static boolean refused(OrgType at, Duty duty, UUID createdBy, Taken... taken) {
        Organisation organisation =
                new Organisation(UUID.randomUUID(), at, "o", List.of(), null, "o/", null, false, null, null);
        Caller me = new Caller(ME, "me", organisation, Map.of(), Locale.ENGLISH, null);
        return !Separation.violations(me, createdBy, List.of(taken), duty, "HERE")
                .isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwn() {
        assertEquals(true, refused(OrgType.DISTRICT, Duty.REVIEW, ME));
        assertEquals(true, refused(OrgType.CITY, Duty.APPROVE, ME));
        assertEquals(false, refused(OrgType.CITY, Duty.SETTLE, ME));
        assertEquals(false, refused(OrgType.DISTRICT, Duty.NONE, ME));
        assertEquals(false, refused(OrgType.DISTRICT, Duty.SUBMIT, ME));
        assertEquals(false, refused(OrgType.DISTRICT, Duty.REVIEW, OTHER));
    }

    @Test
    void onlyTheLastWhoHandedItInCounts() {
        Taken mine = new Taken(ME, OrgType.DISTRICT, Duty.SUBMIT);
        Taken others = new Taken(OTHER, OrgType.DISTRICT, Duty.SUBMIT);
        assertEquals(true, refused(OrgType.DISTRICT, Duty.REVIEW, OTHER, others, mine));
        assertEquals(false, refused(OrgType.DISTRICT, Duty.REVIEW, OTHER, mine, others));
    }

    @Test
    void reviewsAtAnotherLevelCountDistrictAndBureauAreOne() {
        Taken review = new Taken(ME, OrgType.DISTRICT, Duty.REVIEW);
        assertEquals(true, refused(OrgType.CITY, Duty.APPROVE, OTHER, review));
        assertEquals(false, refused(OrgType.DISTRICT, Duty.REVIEW, OTHER, review));
        assertEquals(false, refused(OrgType.BUREAU, Duty.REVIEW, OTHER, review));
        assertEquals(true, refused(OrgType.DISTRICT, Duty.REVIEW, OTHER, new Taken(ME, OrgType.CITY, Duty.APPROVE)));
    }

    @Test
    void whoSettlesDidNotApproveAtAnyLevel() {
        assertEquals(true, refused(OrgType.CITY, Duty.SETTLE, OTHER, new Taken(ME, OrgType.CITY, Duty.APPROVE)));
        assertEquals(true, refused(OrgType.CITY, Duty.SETTLE, OTHER, new Taken(ME, OrgType.DISTRICT, Duty.REVIEW)));
        assertEquals(false, refused(OrgType.CITY, Duty.SETTLE, OTHER, new Taken(OTHER, OrgType.CITY, Duty.APPROVE)));
    }

    @Test
    void aSignatureCountsForThisStepAndForOthersButNotForAnEarlierTimeHere() {
        Taken here = new Taken(ME, OrgType.CITY, Duty.REVIEW, "HERE", true);
        Taken there = new Taken(ME, OrgType.CITY, Duty.REVIEW, "THERE", true);
        Taken since = new Taken(OTHER, OrgType.CITY, Duty.SUBMIT);
        assertEquals(true, refused(OrgType.CITY, Duty.APPROVE, OTHER, since, here), "of this step");
        assertEquals(false, refused(OrgType.CITY, Duty.APPROVE, OTHER, here, since), "before it came back");
        assertEquals(true, refused(OrgType.CITY, Duty.APPROVE, OTHER, there, since), "of another step");
        assertEquals(true, refused(OrgType.CITY, Duty.SETTLE, OTHER, there, since));
    }
}
