package org.shishi.programme.breakroom;

import org.osgi.service.component.annotations.Component;
import org.shishi.api.programme.CityDepartment;
import org.shishi.api.programme.Programme;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.report.Indicator;
import org.shishi.api.report.ReportTable;
import org.shishi.programme.breakroom.form.SheetForm;
import org.shishi.programme.breakroom.rule.CompletionRules;
import org.shishi.programme.breakroom.rule.InspectionRules;
import org.shishi.programme.breakroom.rule.SampleRules;
import org.shishi.programme.breakroom.rule.SheetRules;
import org.shishi.programme.breakroom.rule.SixPointRules;
import org.shishi.programme.breakroom.rule.SubsidyRules;
import org.shishi.programme.breakroom.rule.UniquenessRules;
import org.shishi.programme.breakroom.service.Checks;
import org.shishi.programme.breakroom.service.Consultations;
import org.shishi.programme.breakroom.service.Emblems;
import org.shishi.programme.breakroom.service.Rooms;
import org.shishi.programme.breakroom.service.SampledRooms;
import org.shishi.programme.breakroom.service.Samples;
import org.shishi.programme.breakroom.service.Sheets;
import org.shishi.programme.breakroom.service.Subsidies;

/** P01: build or improve 1 000 break rooms for frontline production workers (annex 2-1). Read this first. */
@Component
public final class BreakRoomProgramme implements Programme {

    /** as a condition: {@link org.shishi.programme.breakroom.model.RoomState#COMPLETED}. */
    private static final String COMPLETED = "r.head.status in ('PLAQUED', 'RECTIFY')";

    @Override
    public ProgrammeDescriptor describe() {
        return ProgrammeDescriptor.of("break-room", CityDepartment.RIGHTS_PROTECTION)
                .menu("vaadin:home", 1)
                .records(
                        Rooms.TYPE,
                        Sheets.TYPE,
                        Consultations.TYPE,
                        Checks.TYPE,
                        Subsidies.TYPE,
                        Samples.TYPE,
                        SampledRooms.TYPE,
                        Emblems.TYPE)
                .rules(
                        SheetRules.class,
                        UniquenessRules.class,
                        SixPointRules.class,
                        SubsidyRules.class,
                        CompletionRules.class,
                        InspectionRules.class,
                        SampleRules.class)
                .forms(SheetForm.A2_1_1)
                .indicators(new Indicator("completed", "breakroom.target", Rooms.TYPE, COMPLETED))
                .reports(ReportTable.of("overview", Rooms.TYPE)
                        .by(ReportTable.STATUS, ReportTable.SECOND_LEVEL, "district", "projectKind", "industryGroup")
                        .count()
                        .number("completed", "sum(case when " + COMPLETED + " then 1 else 0 end)")
                        .money("planned", "sum(r.plannedFen)")
                        .money("matching", "sum(r.matchingFen)")
                        .money("subsidy", "sum(r.subsidyFen)")
                        .number("coveredUnits", "sum(r.coveredUnits)")
                        .number("checksDone", "sum(r.checksDone)")
                        .number("checksFailed", "sum(r.checksFailed)")
                        .indicator("completed")
                        .build())
                .build();
    }
}
