package org.shishi.core.rule;

import java.util.List;
import org.shishi.api.deadline.ReminderPlan;
import org.shishi.api.file.AttachmentCheck;
import org.shishi.api.identity.SeparationOfDuties;
import org.shishi.api.money.Yuan;
import org.shishi.api.organisation.CreditCode;
import org.shishi.api.organisation.OrgTree;
import org.shishi.api.people.Mask;
import org.shishi.api.people.Phone;
import org.shishi.api.people.ResidentId;
import org.shishi.api.report.IndicatorRatio;
import org.shishi.api.time.CalendarCheck;
import org.shishi.api.time.Window;
import org.shishi.api.time.WorkingDays;

/** Where R-C.1 to R-C.18 are written. */
final class CoreRules {

    static final List<Class<?>> CLASSES = List.of(
            WorkingDays.class,
            Window.class,
            ResidentId.class,
            CreditCode.class,
            Phone.class,
            Mask.class,
            Yuan.class,
            ReminderPlan.class,
            IndicatorRatio.class,
            OrgTree.class,
            SeparationOfDuties.class,
            AttachmentCheck.class,
            CalendarCheck.class);

    private CoreRules() {}
}
