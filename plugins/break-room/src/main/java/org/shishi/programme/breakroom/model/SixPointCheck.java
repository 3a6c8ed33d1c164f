package org.shishi.programme.breakroom.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shishi.api.persistence.Sealed;
import org.shishi.api.record.Ids;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordHead;

/** A check by the six characters 明 亮 精 美 全 佳. */
@Entity
@Table(name = "six_point_check")
public class SixPointCheck implements ProgrammeRecord {

    @Id
    @Column(name = "id")
    private UUID id = Ids.next();

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private RecordHead head = new RecordHead();

    @Column(name = "room_id")
    private UUID room;

    @Enumerated(EnumType.STRING)
    @Column(name = "check_level")
    private CheckLevel level;

    @Column(name = "check_date")
    private LocalDate date;

    @Sealed
    @Column(name = "inspector")
    private String inspector;

    @Enumerated(EnumType.STRING)
    @Column(name = "rules")
    private CheckResult rules;

    @Enumerated(EnumType.STRING)
    @Column(name = "signage")
    private CheckResult signage;

    @Enumerated(EnumType.STRING)
    @Column(name = "service")
    private CheckResult service;

    @Enumerated(EnumType.STRING)
    @Column(name = "environment")
    private CheckResult environment;

    @Enumerated(EnumType.STRING)
    @Column(name = "equipment")
    private CheckResult equipment;

    @Enumerated(EnumType.STRING)
    @Column(name = "effect")
    private CheckResult effect;

    @Column(name = "rules_remark")
    private String rulesRemark;

    @Column(name = "signage_remark")
    private String signageRemark;

    @Column(name = "service_remark")
    private String serviceRemark;

    @Column(name = "environment_remark")
    private String environmentRemark;

    @Column(name = "equipment_remark")
    private String equipmentRemark;

    @Column(name = "effect_remark")
    private String effectRemark;

    @Column(name = "remark")
    private String remark;

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

    public UUID getRoom() {
        return room;
    }

    public void setRoom(UUID value) {
        room = value;
    }

    public CheckLevel getLevel() {
        return level;
    }

    public void setLevel(CheckLevel value) {
        level = value;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate value) {
        date = value;
    }

    public String getInspector() {
        return inspector;
    }

    public void setInspector(String value) {
        inspector = value;
    }

    /** 制度明 */
    public CheckResult getRules() {
        return rules;
    }

    public void setRules(CheckResult value) {
        rules = value;
    }

    public String getRulesRemark() {
        return rulesRemark;
    }

    public void setRulesRemark(String value) {
        rulesRemark = value;
    }

    /** 标识亮 */
    public CheckResult getSignage() {
        return signage;
    }

    public void setSignage(CheckResult value) {
        signage = value;
    }

    public String getSignageRemark() {
        return signageRemark;
    }

    public void setSignageRemark(String value) {
        signageRemark = value;
    }

    /** 服务精 */
    public CheckResult getService() {
        return service;
    }

    public void setService(CheckResult value) {
        service = value;
    }

    public String getServiceRemark() {
        return serviceRemark;
    }

    public void setServiceRemark(String value) {
        serviceRemark = value;
    }

    /** 环境美 */
    public CheckResult getEnvironment() {
        return environment;
    }

    public void setEnvironment(CheckResult value) {
        environment = value;
    }

    public String getEnvironmentRemark() {
        return environmentRemark;
    }

    public void setEnvironmentRemark(String value) {
        environmentRemark = value;
    }

    /** 设施全 */
    public CheckResult getEquipment() {
        return equipment;
    }

    public void setEquipment(CheckResult value) {
        equipment = value;
    }

    public String getEquipmentRemark() {
        return equipmentRemark;
    }

    public void setEquipmentRemark(String value) {
        equipmentRemark = value;
    }

    /** 效能佳 */
    public CheckResult getEffect() {
        return effect;
    }

    public void setEffect(CheckResult value) {
        effect = value;
    }

    public String getEffectRemark() {
        return effectRemark;
    }

    public void setEffectRemark(String value) {
        effectRemark = value;
    }

    /** On the check as a whole. */
    public String getRemark() {
        return remark;
    }

    public void setRemark(String value) {
        remark = value;
    }

    /** The results by the names of their fields, in the order of the six characters; null: not judged. */
    public Map<String, CheckResult> results() {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        results.put("rules", rules);
        results.put("signage", signage);
        results.put("service", service);
        results.put("environment", environment);
        results.put("equipment", equipment);
        results.put("effect", effect);
        return results;
    }

    /** All six are PASS. */
    public boolean passed() {
        return results().values().stream().allMatch(CheckResult.PASS::equals);
    }
}
