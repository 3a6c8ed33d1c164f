package org.shishi.programme.breakroom.service;

import java.util.List;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.SampleResult;
import org.shishi.programme.breakroom.model.SampledRoom;
import org.shishi.programme.breakroom.model.SixPointCheck;

/** The rooms of a draw. They are the city's records, so that nobody in the room knows of the visit. */
public final class SampledRooms {

    public static final RecordType<SampledRoom> TYPE = RecordType.of(
                    "sampled-rooms", SampledRoom.class, SampledRoom::new)
            .title(SampledRoom::getName)
            .icon("vaadin:random")
            .partOf(Samples.TYPE, Field.reference("sample", SampledRoom::getSample, SampledRoom::setSample))
            .field(Field.reference("room", SampledRoom::getRoom, SampledRoom::setRoom)
                    .internal())
            .field(Field.text("name", SampledRoom::getName, SampledRoom::setName)
                    .internal()
                    .listed())
            .field(Field.text("round", SampledRoom::getRound, SampledRoom::setRound)
                    .internal()
                    .listed()
                    .filtered())
            .field(Field.district("district", SampledRoom::getDistrict, SampledRoom::setDistrict)
                    .internal()
                    .listed()
                    .filtered())
            .field(Field.organisation("unionOrg", SampledRoom::getUnionOrg, SampledRoom::setUnionOrg)
                    .internal()
                    .listed()
                    .filtered())
            .field(Field.choice("result", SampleResult.class, SampledRoom::getResult, SampledRoom::setResult)
                    .internal()
                    .listed()
                    .filtered())
            .field(Field.date("checkedOn", SampledRoom::getCheckedOn, SampledRoom::setCheckedOn)
                    .internal()
                    .listed())
            .createdBy(Right.INSPECT)
            .createdAt(OrgType.CITY)
            .writtenOnce()
            .check(SampledRooms::check)
            .build();

    private SampledRooms() {}

    /** A room comes in by the draw alone. */
    private static List<Violation> check(SampledRoom member, RecordContext context) {
        return Samples.open(member.getSample(), context)
                ? List.of()
                : List.of(Violation.of("BR-SAMPLE-DRAWN", "sample"));
    }

    /** A spot check settles every open draw of its room. */
    static void settle(SixPointCheck check, RecordContext context) {
        context.programme().database().read(em -> {
            em.createQuery("select m from SampledRoom m where m.room = :room and m.result = :open", SampledRoom.class)
                    .setParameter("room", check.getRoom())
                    .setParameter("open", SampleResult.OPEN)
                    .getResultList()
                    .forEach(member -> {
                        member.setResult(check.passed() ? SampleResult.PASS : SampleResult.FAIL);
                        member.setCheckedOn(check.getDate());
                    });
            return null;
        });
    }
}
