package org.shishi.core.persistence.sample;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shishi.api.organisation.District;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** As a programme would write it. */
@Entity
@Table(name = "household")
public class Household implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "name")
    private String name;

    @Column(name = "since")
    private LocalDate since;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "parent_id")
    private UUID parent;

    @Column(name = "flag")
    private Boolean flag;

    @Column(name = "amount_fen")
    private Long amountFen;

    @Column(name = "area")
    private BigDecimal area;

    @Column(name = "seen_local")
    private LocalDateTime seenLocal;

    @Enumerated(EnumType.STRING)
    @Column(name = "district")
    private District district;

    @ElementCollection
    @CollectionTable(name = "household_tag", joinColumns = @JoinColumn(name = "household_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    @OneToMany(mappedBy = "household", cascade = CascadeType.ALL)
    private List<Member> members = new ArrayList<>();

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

    public String name() {
        return name;
    }

    public void name(String value) {
        name = value;
    }

    public LocalDate since() {
        return since;
    }

    public void since(LocalDate value) {
        since = value;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public void seenAt(Instant value) {
        seenAt = value;
    }

    public UUID parent() {
        return parent;
    }

    public void parent(UUID value) {
        parent = value;
    }

    public void numbers(Boolean yes, Long fen, BigDecimal squareMetres, LocalDateTime local, District where) {
        flag = yes;
        amountFen = fen;
        area = squareMetres;
        seenLocal = local;
        district = where;
    }

    public List<Object> numbers() {
        return Arrays.asList(flag, amountFen, area, seenLocal, district);
    }

    public Set<String> tags() {
        return tags;
    }

    public List<Member> members() {
        return members;
    }
}
