package org.shishi.programme.sample;

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

/** One visit to one place. */
@Entity
@Table(name = "visit")
public class Visit implements ProgrammeRecord {

    /** What was brought. */
    public enum Kind {
        DRINKS,
        MEDICINE,
        TOWELS
    }

    /** How far it has come. */
    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED
    }

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "place")
    private String place;

    @Enumerated(EnumType.STRING)
    @Column(name = "district")
    private District district;

    @Column(name = "visited_on")
    private LocalDate visitedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "people")
    private Integer people;

    @Column(name = "cost_fen")
    private Long costFen;

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

    public String getPlace() {
        return place;
    }

    public void setPlace(String value) {
        place = value;
    }

    public District getDistrict() {
        return district;
    }

    public void setDistrict(District value) {
        district = value;
    }

    public LocalDate getVisitedOn() {
        return visitedOn;
    }

    public void setVisitedOn(LocalDate value) {
        visitedOn = value;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind value) {
        kind = value;
    }

    public Integer getPeople() {
        return people;
    }

    public void setPeople(Integer value) {
        people = value;
    }

    public Long getCostFen() {
        return costFen;
    }

    public void setCostFen(Long value) {
        costFen = value;
    }
}
