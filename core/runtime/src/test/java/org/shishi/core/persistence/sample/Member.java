package org.shishi.core.persistence.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "member")
public class Member {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "household_id")
    private Household household;

    @Column(name = "name")
    private String name;

    protected Member() {}

    public Member(Household household, String name) {
        this.household = household;
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public Household household() {
        return household;
    }

    public String name() {
        return name;
    }
}
