package org.shishi.programme.breakroom.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** How the workers were heard before a room was designed. */
@Entity
@Table(name = "consultation")
public class ConsultationRecord implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "room_id")
    private UUID room;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ConsultationKind kind;

    @Column(name = "held_on")
    private LocalDate date;

    @Column(name = "summary")
    private String summary;

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public RecordHead head() {
        return head;
    }

    public UUID getRoom() {
        return room;
    }

    public void setRoom(UUID value) {
        room = value;
    }

    public ConsultationKind getKind() {
        return kind;
    }

    public void setKind(ConsultationKind value) {
        kind = value;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate value) {
        date = value;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String value) {
        summary = value;
    }
}
