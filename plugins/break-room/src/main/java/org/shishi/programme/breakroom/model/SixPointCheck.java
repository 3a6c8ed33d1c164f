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
import java.util.UUID;
import java.util.stream.Stream;
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

    public UUID room() {
        return room;
    }

    public void room(UUID value) {
        room = value;
    }

    public CheckLevel level() {
        return level;
    }

    public void level(CheckLevel value) {
        level = value;
    }

    public LocalDate date() {
        return date;
    }

    public void date(LocalDate value) {
        date = value;
    }

    public String inspector() {
        return inspector;
    }

    public void inspector(String value) {
        inspector = value;
    }

    /** 制度明 */
    public CheckResult rules() {
        return rules;
    }

    public void rules(CheckResult value) {
        rules = value;
    }

    /** 标识亮 */
    public CheckResult signage() {
        return signage;
    }

    public void signage(CheckResult value) {
        signage = value;
    }

    /** 服务精 */
    public CheckResult service() {
        return service;
    }

    public void service(CheckResult value) {
        service = value;
    }

    /** 环境美 */
    public CheckResult environment() {
        return environment;
    }

    public void environment(CheckResult value) {
        environment = value;
    }

    /** 设施全 */
    public CheckResult equipment() {
        return equipment;
    }

    public void equipment(CheckResult value) {
        equipment = value;
    }

    /** 效能佳 */
    public CheckResult effect() {
        return effect;
    }

    public void effect(CheckResult value) {
        effect = value;
    }

    public String remark() {
        return remark;
    }

    public void remark(String value) {
        remark = value;
    }

    /** All six are PASS. */
    public boolean passed() {
        return Stream.of(rules, signage, service, environment, equipment, effect).allMatch(CheckResult.PASS::equals);
    }
}
