package org.shishi.testbed.stays;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** Somebody's stay. */
@Entity
@Table(name = "stay")
public class Stay implements ProgrammeRecord {

    /** How far it has come. */
    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        PAID
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

    @Column(name = "resident_id")
    private String residentId;

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
}
