package org.shishi.core.record.workshop;

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

/** Somebody who comes to a workshop. */
@Entity
@Table(name = "guest")
public class Guest implements ProgrammeRecord {

    public enum State {
        DRAFT,
        INVITED,
        CANCELLED
    }

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

    @Column(name = "number")
    private String number;

    @Column(name = "mobile")
    private String mobile;

    @Column(name = "agreed")
    private Boolean agreed = true;

    /** trip, meal or day. */
    @Column(name = "part")
    private String part;

    @Column(name = "from_day")
    private LocalDate from;

    @Column(name = "to_day")
    private LocalDate to;

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

    public String getNumber() {
        return number;
    }

    public void setNumber(String value) {
        number = value;
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

    public String getPart() {
        return part;
    }

    public void setPart(String value) {
        part = value;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate value) {
        from = value;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate value) {
        to = value;
    }
}
