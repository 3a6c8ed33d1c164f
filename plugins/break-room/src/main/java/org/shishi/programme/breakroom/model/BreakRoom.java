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
import org.shishi.api.persistence.Sealed;
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

    @Column(name = "seq_no")
    private Integer seqNo;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "district")
    private District district;

    @Column(name = "street")
    private String street;

    @Column(name = "address_detail")
    private String addressDetail;

    @Sealed
    @Column(name = "point_contact")
    private String pointContact;

    @Sealed
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

    @Column(name = "late")
    private Boolean late;

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
    public UUID getSheet() {
        return sheet;
    }

    public void setSheet(UUID value) {
        sheet = value;
    }

    /** Its number in the sheet (序号); null while it stands in none. */
    public Integer getSeqNo() {
        return seqNo;
    }

    public void setSeqNo(Integer value) {
        seqNo = value;
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

    public String getStreet() {
        return street;
    }

    public void setStreet(String value) {
        street = value;
    }

    public String getAddressDetail() {
        return addressDetail;
    }

    public void setAddressDetail(String value) {
        addressDetail = value;
    }

    public String getPointContact() {
        return pointContact;
    }

    public void setPointContact(String value) {
        pointContact = value;
    }

    public String getPointMobile() {
        return pointMobile;
    }

    public void setPointMobile(String value) {
        pointMobile = value;
    }

    public String getOwnerUnit() {
        return ownerUnit;
    }

    public void setOwnerUnit(String value) {
        ownerUnit = value;
    }

    public BigDecimal getAreaM2() {
        return areaM2;
    }

    public void setAreaM2(BigDecimal value) {
        areaM2 = value;
    }

    public String getFacilities() {
        return facilities;
    }

    public void setFacilities(String value) {
        facilities = value;
    }

    public Integer getCoveredUnits() {
        return coveredUnits;
    }

    public void setCoveredUnits(Integer value) {
        coveredUnits = value;
    }

    public Long getPlannedFen() {
        return plannedFen;
    }

    public void setPlannedFen(Long value) {
        plannedFen = value;
    }

    public Long getMatchingFen() {
        return matchingFen;
    }

    public void setMatchingFen(Long value) {
        matchingFen = value;
    }

    public Long getUnitFen() {
        return unitFen;
    }

    public void setUnitFen(Long value) {
        unitFen = value;
    }

    public ProjectKind getProjectKind() {
        return projectKind;
    }

    public void setProjectKind(ProjectKind value) {
        projectKind = value;
    }

    public IndustryGroup getIndustryGroup() {
        return industryGroup;
    }

    public void setIndustryGroup(IndustryGroup value) {
        industryGroup = value;
    }

    /** A separate fixed area (annex 2-1 §三(二)1); must be true at acceptance. */
    public Boolean getSeparateArea() {
        return separateArea;
    }

    public void setSeparateArea(Boolean value) {
        separateArea = value;
    }

    /** Good ventilation and light (annex 2-1 §三(二)1); must be true at acceptance. */
    public Boolean getVentilated() {
        return ventilated;
    }

    public void setVentilated(Boolean value) {
        ventilated = value;
    }

    /** Counted, all levels. */
    public Integer getChecksDone() {
        return checksDone;
    }

    public void setChecksDone(Integer value) {
        checksDone = value;
    }

    /** Counted, all levels. */
    public Integer getChecksFailed() {
        return checksFailed;
    }

    public void setChecksFailed(Integer value) {
        checksFailed = value;
    }

    /** What the city has paid; null: nothing yet. */
    public Long getSubsidyFen() {
        return subsidyFen;
    }

    public void setSubsidyFen(Long value) {
        subsidyFen = value;
    }

    /** Whether it was declared after the last day for it; null: it is not declared yet. */
    public Boolean getLate() {
        return late;
    }

    public void setLate(Boolean value) {
        late = value;
    }

    /** Day of the failed spot check; null unless under rectification. */
    public LocalDate getRectifySince() {
        return rectifySince;
    }

    public void setRectifySince(LocalDate value) {
        rectifySince = value;
    }

    public Set<FacilityTag> getFacilityTags() {
        Set<FacilityTag> all = EnumSet.noneOf(FacilityTag.class);
        if (tags != null && !tags.isEmpty()) {
            Arrays.stream(tags.split(",")).map(FacilityTag::valueOf).forEach(all::add);
        }
        return all;
    }

    public void setFacilityTags(Set<FacilityTag> value) {
        tags = value == null ? "" : value.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    public RoomState state() {
        return RoomState.valueOf(head.status());
    }
}
