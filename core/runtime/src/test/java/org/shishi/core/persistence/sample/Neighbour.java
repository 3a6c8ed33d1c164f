package org.shishi.core.persistence.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.shishi.api.persistence.Sealed;

/** Somebody whose phone nobody reads in the database. */
@Entity
@Table(name = "neighbour")
public class Neighbour {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Column(name = "street")
    private String street;

    @Sealed
    @Column(name = "phone")
    private String phone;

    protected Neighbour() {}

    public Neighbour(String street, String phone) {
        this.street = street;
        this.phone = phone;
    }

    public UUID id() {
        return id;
    }

    public void street(String value) {
        street = value;
    }

    public String phone() {
        return phone;
    }

    public void phone(String value) {
        phone = value;
    }
}
