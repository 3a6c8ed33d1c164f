package org.shishi.programme.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** A cooling gift that somebody received. Of the person only the id is the truth; the other fields hold masks. */
@Entity
@Table(name = "gift")
public class Gift implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "name")
    private String name;

    @Column(name = "resident_id")
    private String residentId;

    @Column(name = "mobile")
    private String mobile;

    @Column(name = "agreed")
    private Boolean agreed;

    @Column(name = "given_on")
    private LocalDate givenOn;

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

    public UUID getPersonId() {
        return personId;
    }

    public void setPersonId(UUID value) {
        personId = value;
    }

    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }

    public String getResidentId() {
        return residentId;
    }

    public void setResidentId(String value) {
        residentId = value;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String value) {
        mobile = value;
    }

    public Boolean getAgreed() {
        return agreed;
    }

    public void setAgreed(Boolean value) {
        agreed = value;
    }

    public LocalDate getGivenOn() {
        return givenOn;
    }

    public void setGivenOn(LocalDate value) {
        givenOn = value;
    }
}
