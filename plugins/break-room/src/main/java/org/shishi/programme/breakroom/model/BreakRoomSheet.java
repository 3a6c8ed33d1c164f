package org.shishi.programme.breakroom.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.shishi.api.persistence.Sealed;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** The head of form A2-1-1: one per second-level union and edition. */
@Entity
@Table(name = "sheet")
public class BreakRoomSheet implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "union_name")
    private String unionName;

    @Sealed
    @Column(name = "contact_name")
    private String contactName;

    @Sealed
    @Column(name = "contact_email")
    private String contactEmail;

    @Sealed
    @Column(name = "contact_phone")
    private String contactPhone;

    @Column(name = "remarks")
    private String remarks;

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

    /** The second-level union's, when the sheet was begun; null for sheets from before this was kept. */
    public String getUnionName() {
        return unionName;
    }

    public void setUnionName(String value) {
        unionName = value;
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(String value) {
        contactName = value;
    }

    public String getContactEmail() {
        return contactEmail;
    }

    public void setContactEmail(String value) {
        contactEmail = value;
    }

    public String getContactPhone() {
        return contactPhone;
    }

    public void setContactPhone(String value) {
        contactPhone = value;
    }

    public String getRemarks() {
        return remarks;
    }

    public void setRemarks(String value) {
        remarks = value;
    }
}
