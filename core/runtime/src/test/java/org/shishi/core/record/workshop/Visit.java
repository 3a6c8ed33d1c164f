package org.shishi.core.record.workshop;

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

@Entity
@Table(name = "visit")
public class Visit implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "workshop_id")
    private UUID workshop;

    @Column(name = "report")
    private String report;

    @Sealed
    @Column(name = "helper")
    private String helper;

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

    public UUID getWorkshop() {
        return workshop;
    }

    public void setWorkshop(UUID value) {
        workshop = value;
    }

    public String getReport() {
        return report;
    }

    public void setReport(String value) {
        report = value;
    }

    public String getHelper() {
        return helper;
    }

    public void setHelper(String value) {
        helper = value;
    }
}
