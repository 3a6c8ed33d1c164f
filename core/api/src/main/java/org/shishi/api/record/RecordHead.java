package org.shishi.api.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What every record carries (domain specification §0 K-13). Columns: {@code owner_org uuid, status varchar(40),
 * created_by uuid, created_at timestamp(6), updated_by uuid, updated_at timestamp(6), import_id uuid null}. Written by
 * the record engine only.
 */
@Embeddable
public class RecordHead implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "owner_org", nullable = false)
    private UUID ownerOrg;

    @Column(name = "status", nullable = false, length = 40)
    private String status;

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_by", nullable = false)
    private UUID updatedBy;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Column(name = "import_id")
    private UUID importId;

    public UUID ownerOrg() {
        return ownerOrg;
    }

    public String status() {
        return status;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UUID updatedBy() {
        return updatedBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The import that brought the record; null when a person typed it. */
    public UUID importId() {
        return importId;
    }

    public void ownerOrg(UUID value) {
        ownerOrg = value;
    }

    public void status(String value) {
        status = value;
    }

    public void created(UUID by, Instant at) {
        createdBy = by;
        createdAt = at;
        updated(by, at);
    }

    public void updated(UUID by, Instant at) {
        updatedBy = by;
        updatedAt = at;
    }

    public void importId(UUID value) {
        importId = value;
    }
}
