package org.shishi.programme.breakroom.service;

import org.shishi.api.identity.Right;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.programme.breakroom.model.ConsultationKind;
import org.shishi.programme.breakroom.model.ConsultationRecord;

/** How the workers were heard (annex 2-1 §三(四)); written once. */
public final class Consultations {

    public static final RecordType<ConsultationRecord> TYPE = RecordType.of(
                    "consultations", ConsultationRecord.class, ConsultationRecord::new)
            .title(ConsultationRecord::getSummary)
            .icon("vaadin:comments")
            .partOf(Rooms.TYPE, Field.reference("room", ConsultationRecord::getRoom, ConsultationRecord::setRoom))
            .field(Field.choice(
                            "kind", ConsultationKind.class, ConsultationRecord::getKind, ConsultationRecord::setKind)
                    .required()
                    .listed())
            .field(Field.date("date", ConsultationRecord::getDate, ConsultationRecord::setDate)
                    .required()
                    .listed())
            .field(Field.longText("summary", ConsultationRecord::getSummary, ConsultationRecord::setSummary)
                    .required()
                    .max(1000)
                    .listed())
            .createdBy(Right.SUBMIT)
            .writtenOnce()
            .build();

    private Consultations() {}
}
