package org.shishi.core.record.workshop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.organisation.District;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

@Entity
@Table(name = "workshop")
public class Workshop implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "district")
    private District district;

    @Enumerated(EnumType.STRING)
    @Column(name = "size")
    private Size size;

    @Column(name = "features")
    private String tags = "";

    @Column(name = "places")
    private Integer places;

    @Column(name = "area")
    private BigDecimal area;

    @Column(name = "cost_fen")
    private Long costFen;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "open_daily")
    private Boolean openDaily;

    @Column(name = "contact")
    private String contact;

    @Column(name = "mobile")
    private String mobile;

    @Column(name = "note")
    private String note;

    @Column(name = "visits")
    private Integer visits = 0;

    @Column(name = "partner_org")
    private UUID partner;

    @Column(name = "seen_at")
    private Instant seenAt;

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

    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }

    public District getDistrict() {
        return district;
    }

    public void setDistrict(District value) {
        district = value;
    }

    public Size getSize() {
        return size;
    }

    public void setSize(Size value) {
        size = value;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String value) {
        tags = value;
    }

    public Integer getPlaces() {
        return places;
    }

    public void setPlaces(Integer value) {
        places = value;
    }

    public BigDecimal getArea() {
        return area;
    }

    public void setArea(BigDecimal value) {
        area = value;
    }

    public Long getCostFen() {
        return costFen;
    }

    public void setCostFen(Long value) {
        costFen = value;
    }

    public LocalDate getOpenedOn() {
        return openedOn;
    }

    public void setOpenedOn(LocalDate value) {
        openedOn = value;
    }

    public Boolean getOpenDaily() {
        return openDaily;
    }

    public void setOpenDaily(Boolean value) {
        openDaily = value;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String value) {
        contact = value;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String value) {
        mobile = value;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String value) {
        note = value;
    }

    public Integer getVisits() {
        return visits;
    }

    public void setVisits(Integer value) {
        visits = value;
    }

    public UUID getPartner() {
        return partner;
    }

    public void setPartner(UUID value) {
        partner = value;
    }

    public Instant getSeenAt() {
        return seenAt;
    }

    public void setSeenAt(Instant value) {
        seenAt = value;
    }

    public Set<Feature> getFeatures() {
        Set<Feature> all = EnumSet.noneOf(Feature.class);
        if (tags != null && !tags.isEmpty()) {
            Arrays.stream(tags.split(",")).map(Feature::valueOf).forEach(all::add);
        }
        return all;
    }

    public void setFeatures(Set<Feature> value) {
        tags = value.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
