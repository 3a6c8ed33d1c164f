package org.shishi.programme.breakroom.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
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

/** A row of form A2-1-1: one break room. */
@Entity
@Table(name = "room")
public class BreakRoom implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "sheet_id")
    private UUID sheet;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "district")
    private District district;

    @Column(name = "street")
    private String street;

    @Column(name = "address_detail")
    private String addressDetail;

    @Column(name = "point_contact")
    private String pointContact;

    @Column(name = "point_mobile")
    private String pointMobile;

    @Column(name = "owner_unit")
    private String ownerUnit;

    @Column(name = "area_m2")
    private BigDecimal areaM2;

    @Column(name = "facilities")
    private String facilities;

    @Column(name = "facility_tags")
    private String tags;

    @Column(name = "covered_units")
    private Integer coveredUnits;

    @Column(name = "planned_fen")
    private Long plannedFen;

    @Column(name = "matching_fen")
    private Long matchingFen;

    @Column(name = "unit_fen")
    private Long unitFen;

    @Enumerated(EnumType.STRING)
    @Column(name = "project_kind")
    private ProjectKind projectKind;

    @Enumerated(EnumType.STRING)
    @Column(name = "industry_group")
    private IndustryGroup industryGroup;

    @Column(name = "separate_area")
    private Boolean separateArea;

    @Column(name = "ventilated")
    private Boolean ventilated;

    @Column(name = "checks_done")
    private Integer checksDone;

    @Column(name = "checks_failed")
    private Integer checksFailed;

    @Column(name = "subsidy_fen")
    private Long subsidyFen;

    @Column(name = "rectify_since")
    private LocalDate rectifySince;

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

    /** The sheet it was declared with; null while a draft stands outside of one. */
    public UUID sheet() {
        return sheet;
    }

    public void sheet(UUID value) {
        sheet = value;
    }

    public String name() {
        return name;
    }

    public void name(String value) {
        name = value;
    }

    public District district() {
        return district;
    }

    public void district(District value) {
        district = value;
    }

    public String street() {
        return street;
    }

    public void street(String value) {
        street = value;
    }

    public String addressDetail() {
        return addressDetail;
    }

    public void addressDetail(String value) {
        addressDetail = value;
    }

    public String pointContact() {
        return pointContact;
    }

    public void pointContact(String value) {
        pointContact = value;
    }

    public String pointMobile() {
        return pointMobile;
    }

    public void pointMobile(String value) {
        pointMobile = value;
    }

    public String ownerUnit() {
        return ownerUnit;
    }

    public void ownerUnit(String value) {
        ownerUnit = value;
    }

    public BigDecimal areaM2() {
        return areaM2;
    }

    public void areaM2(BigDecimal value) {
        areaM2 = value;
    }

    public String facilities() {
        return facilities;
    }

    public void facilities(String value) {
        facilities = value;
    }

    public Integer coveredUnits() {
        return coveredUnits;
    }

    public void coveredUnits(Integer value) {
        coveredUnits = value;
    }

    public Long plannedFen() {
        return plannedFen;
    }

    public void plannedFen(Long value) {
        plannedFen = value;
    }

    public Long matchingFen() {
        return matchingFen;
    }

    public void matchingFen(Long value) {
        matchingFen = value;
    }

    public Long unitFen() {
        return unitFen;
    }

    public void unitFen(Long value) {
        unitFen = value;
    }

    public ProjectKind projectKind() {
        return projectKind;
    }

    public void projectKind(ProjectKind value) {
        projectKind = value;
    }

    public IndustryGroup industryGroup() {
        return industryGroup;
    }

    public void industryGroup(IndustryGroup value) {
        industryGroup = value;
    }

    /** A separate fixed area (annex 2-1 §三(二)1); must be true at acceptance. */
    public Boolean separateArea() {
        return separateArea;
    }

    public void separateArea(Boolean value) {
        separateArea = value;
    }

    /** Good ventilation and light (annex 2-1 §三(二)1); must be true at acceptance. */
    public Boolean ventilated() {
        return ventilated;
    }

    public void ventilated(Boolean value) {
        ventilated = value;
    }

    /** Counted, all levels. */
    public Integer checksDone() {
        return checksDone;
    }

    public void checksDone(Integer value) {
        checksDone = value;
    }

    /** Counted, all levels. */
    public Integer checksFailed() {
        return checksFailed;
    }

    public void checksFailed(Integer value) {
        checksFailed = value;
    }

    /** What the city has paid; null: nothing yet. */
    public Long subsidyFen() {
        return subsidyFen;
    }

    public void subsidyFen(Long value) {
        subsidyFen = value;
    }

    /** Day of the failed spot check; null unless under rectification. */
    public LocalDate rectifySince() {
        return rectifySince;
    }

    public void rectifySince(LocalDate value) {
        rectifySince = value;
    }

    public Set<FacilityTag> facilityTags() {
        Set<FacilityTag> all = EnumSet.noneOf(FacilityTag.class);
        if (tags != null && !tags.isEmpty()) {
            Arrays.stream(tags.split(",")).map(FacilityTag::valueOf).forEach(all::add);
        }
        return all;
    }

    public void facilityTags(Set<FacilityTag> value) {
        tags = value == null ? "" : value.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    public RoomState state() {
        return RoomState.valueOf(head.status());
    }
}
