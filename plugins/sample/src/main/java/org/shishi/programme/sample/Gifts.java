package org.shishi.programme.sample;

import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.people.Participation;
import org.shishi.api.people.PersonFields;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;

/** Who received a gift: one for each person and year. */
final class Gifts {

    // region persons
    private static final Field<Gift, String> NAME = Field.text("name", Gift::getName, Gift::setName)
            .required()
            .max(100)
            .listed()
            .sensitive(Sensitivity.NAME);
    private static final Field<Gift, String> RESIDENT_ID = Field.text(
                    "residentId", Gift::getResidentId, Gift::setResidentId)
            .required()
            .max(30)
            .listed()
            .sensitive(Sensitivity.RESIDENT_ID);
    private static final Field<Gift, String> MOBILE =
            Field.text("mobile", Gift::getMobile, Gift::setMobile).max(30).sensitive(Sensitivity.MOBILE);
    private static final Field<Gift, Boolean> AGREED =
            Field.bool("agreed", Gift::getAgreed, Gift::setAgreed).required();

    static final RecordType<Gift> TYPE = RecordType.of("gifts", Gift.class, Gift::new)
            .title(Gift::getName)
            .icon("vaadin:user-heart")
            .field(NAME)
            .field(RESIDENT_ID)
            .field(MOBILE)
            .field(Field.date("givenOn", Gift::getGivenOn, Gift::setGivenOn)
                    .required()
                    .listed()
                    .filtered()
                    .sorted())
            .field(AGREED)
            .person(PersonFields.of(
                            Field.reference("personId", Gift::getPersonId, Gift::setPersonId),
                            NAME,
                            RESIDENT_ID,
                            MOBILE)
                    .consent(AGREED, "ENROLMENT"))
            .participation(Participation.<Gift>of("gift", Gift::getPersonId)
                    .field("residentId")
                    .on(Gift::getGivenOn)
                    .keptFor("sample.keepYears"))
            .build();

    static final ExclusionGroup ONE_EACH =
            ExclusionGroup.of("SAMPLE_GIFT").kinds("gift").refuse("SAMPLE-TWICE");
    // endregion

    private Gifts() {}
}
