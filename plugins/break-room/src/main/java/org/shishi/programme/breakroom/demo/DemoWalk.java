package org.shishi.programme.breakroom.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.programme.DemoData.Cast;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Records;
import org.shishi.api.record.TransitionRequest;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.CheckLevel;
import org.shishi.programme.breakroom.model.CheckResult;
import org.shishi.programme.breakroom.model.ConsultationKind;
import org.shishi.programme.breakroom.model.ConsultationRecord;
import org.shishi.programme.breakroom.model.RoomState;
import org.shishi.programme.breakroom.model.SixPointCheck;
import org.shishi.programme.breakroom.service.Checks;
import org.shishi.programme.breakroom.service.Consultations;
import org.shishi.programme.breakroom.service.Rooms;

/** Takes a room from draft to the state wanted, each step by somebody who may. */
final class DemoWalk {

    /** The smallest file that is a PDF by its signature. */
    private static final byte[] PLAN = "%PDF-1.4\n% 演示方案\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final ProgrammeContext programme;
    private final Cast cast;
    private final Organisations organisations;
    private final Records<BreakRoom> rooms;

    DemoWalk(ProgrammeContext programme, Cast cast, Organisations organisations) {
        this.programme = programme;
        this.cast = cast;
        this.organisations = organisations;
        this.rooms = programme.records(Rooms.TYPE);
    }

    void to(RoomState wanted, BreakRoom draft, Organisation owner) {
        Organisation union = organisations.secondLevelOf(owner.id()).orElse(owner);
        Caller officer = cast.as(Role.SECOND_LEVEL_OFFICER, union);
        UUID id = rooms.create(officer, draft).id();
        if (wanted == RoomState.WITHDRAWN) {
            rooms.transition(officer, id, -1, TransitionRequest.of("withdraw", "演示：单位计划调整"));
            return;
        }
        Steps steps = new Steps(id, officer, owner, union);
        for (RoomState reached = RoomState.DRAFT; reached != wanted; ) {
            reached = steps.next(reached);
        }
    }

    private final class Steps {
        private final UUID id;
        private final Caller officer;
        private final Caller unit;
        private final Caller approver;
        private final Caller city;

        Steps(UUID id, Caller officer, Organisation owner, Organisation union) {
            this.id = id;
            this.officer = officer;
            this.unit = cast.as(Role.GRASSROOTS_OFFICER, owner);
            this.approver = cast.as(Role.SECOND_LEVEL_APPROVER, union);
            this.city = cast.as(Role.CITY_APPROVER, organisations.city());
        }

        RoomState next(RoomState state) {
            BreakRoom moved =
                    switch (state) {
                        case DRAFT -> go(officer, "submit", null);
                        case DECLARED -> consult();
                        case CONSULTED -> plan();
                        case DESIGNED -> go(unit, "start", null);
                        case UNDER_WORK -> finish();
                        case READY -> go(approver, "approve", "符合“三位一体”标准");
                        case SECOND_LEVEL_APPROVED -> go(city, "verify", null);
                        case CITY_VERIFIED -> go(city, "grantPlaque", null);
                        case PLAQUED -> spotCheck();
                        case RECTIFY, WITHDRAWN -> throw new IllegalStateException("no demonstration beyond " + state);
                    };
            return moved.state();
        }

        private BreakRoom go(Caller caller, String action, String reason) {
            return rooms.transition(caller, id, -1, TransitionRequest.of(action, reason));
        }

        private BreakRoom consult() {
            ConsultationRecord record = Consultations.TYPE.blank();
            record.setRoom(id);
            record.setKind(ConsultationKind.WORKERS_CONGRESS);
            record.setDate(today());
            record.setSummary("演示：职代会讨论通过建设方案");
            programme.records(Consultations.TYPE).create(unit, record);
            return go(unit, "consult", null);
        }

        private BreakRoom plan() {
            rooms.attach(unit, id, "plan", "设计方案（演示）.pdf", new ByteArrayInputStream(PLAN));
            return go(officer, "acceptPlan", null);
        }

        private BreakRoom finish() {
            check(unit, CheckLevel.SELF, CheckResult.PASS);
            return go(unit, "finish", null);
        }

        private BreakRoom spotCheck() {
            Caller inspector = cast.as(Role.INSPECTOR, organisations.city());
            check(inspector, CheckLevel.SPOT, CheckResult.FAIL);
            return go(inspector, "failSpotCheck", "演示：标识缺失，环境待整理");
        }

        private void check(Caller caller, CheckLevel level, CheckResult signage) {
            SixPointCheck check = Checks.TYPE.blank();
            check.setRoom(id);
            check.setLevel(level);
            check.setDate(today());
            check.setInspector("演示检查员");
            check.setRules(CheckResult.PASS);
            check.setSignage(signage);
            check.setService(CheckResult.PASS);
            check.setEnvironment(signage);
            check.setEquipment(CheckResult.PASS);
            check.setEffect(CheckResult.PASS);
            programme.records(Checks.TYPE).create(caller, check);
        }

        /** The rooms' own day: what was created last says it, so that no clock is needed here. */
        private LocalDate today() {
            return rooms.get(unit, id)
                    .head()
                    .updatedAt()
                    .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                    .toLocalDate();
        }
    }
}
