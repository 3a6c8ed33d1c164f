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
import org.shishi.api.organisation.District;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** A room that was drawn. It belongs to the city, not to the room's owner: the visit is not announced. */
@Entity
@Table(name = "sampled_room")
public class SampledRoom implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "sample_id")
    private UUID sample;

    @Column(name = "round")
    private String round;

    @Column(name = "room_id")
    private UUID room;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "district")
    private District district;

    @Column(name = "union_org")
    private UUID unionOrg;

    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private SampleResult result;

    @Column(name = "checked_on")
    private LocalDate checkedOn;

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

    public UUID getSample() {
        return sample;
    }

    public void setSample(UUID value) {
        sample = value;
    }

    /** The sample's title. */
    public String getRound() {
        return round;
    }

    public void setRound(String value) {
        round = value;
    }

    public UUID getRoom() {
        return room;
    }

    public void setRoom(UUID value) {
        room = value;
    }

    /** The room's, when it was drawn. */
    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }

    public District getDistrict() {
        return district;
    }

    public void setDistrict(District value) {
        district = value;
    }

    /** The second-level union of the room's owner; null when there is none. */
    public UUID getUnionOrg() {
        return unionOrg;
    }

    public void setUnionOrg(UUID value) {
        unionOrg = value;
    }

    public SampleResult getResult() {
        return result;
    }

    public void setResult(SampleResult value) {
        result = value;
    }

    /** The day of the spot check that settled it; null while it is open. */
    public LocalDate getCheckedOn() {
        return checkedOn;
    }

    public void setCheckedOn(LocalDate value) {
        checkedOn = value;
    }
}
