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

/** What the city pays for a room; once per room and edition. */
@Entity
@Table(name = "subsidy")
public class RoomSubsidy implements ProgrammeRecord {

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

    @Column(name = "room_name")
    private String roomName;

    @Column(name = "amount_fen")
    private Long amountFen;

    @Column(name = "paid_on")
    private LocalDate paidDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private SubsidyPurpose purpose;

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

    /** As it was called when the subsidy was calculated: what lists and to-do work show. */
    public String getRoomName() {
        return roomName;
    }

    public void setRoomName(String value) {
        roomName = value;
    }

    public Long getAmountFen() {
        return amountFen;
    }

    public void setAmountFen(Long value) {
        amountFen = value;
    }

    /** Null until it is paid. */
    public LocalDate getPaidDate() {
        return paidDate;
    }

    public void setPaidDate(LocalDate value) {
        paidDate = value;
    }

    public SubsidyPurpose getPurpose() {
        return purpose;
    }

    public void setPurpose(SubsidyPurpose value) {
        purpose = value;
    }
}
