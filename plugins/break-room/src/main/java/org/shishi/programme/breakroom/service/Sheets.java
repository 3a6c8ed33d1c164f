package org.shishi.programme.breakroom.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.organisation.OrgType;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Sensitivity;
import org.shishi.api.rule.Violation;
import org.shishi.programme.breakroom.model.BreakRoom;
import org.shishi.programme.breakroom.model.BreakRoomSheet;
import org.shishi.programme.breakroom.rule.SheetRow;
import org.shishi.programme.breakroom.rule.SheetRules;

/** The heads of form A2-1-1: one per second-level union and edition. */
public final class Sheets {

    private static final String FORM = "A2-1-1";

    public static final RecordType<BreakRoomSheet> TYPE = RecordType.of(
                    "sheets", BreakRoomSheet.class, BreakRoomSheet::new)
            .title(Sheets::title)
            .icon("vaadin:clipboard-text")
            .field(Field.text("unionName", BreakRoomSheet::getUnionName, BreakRoomSheet::setUnionName)
                    .internal()
                    .max(200)
                    .listed())
            .field(Field.text("contactName", BreakRoomSheet::getContactName, BreakRoomSheet::setContactName)
                    .required("BR-ROW-MISSING")
                    .max(50)
                    .sensitive(Sensitivity.NAME)
                    .listed())
            .field(Field.text("contactEmail", BreakRoomSheet::getContactEmail, BreakRoomSheet::setContactEmail)
                    .required("CORE-EMAIL")
                    .max(120)
                    .sensitive(Sensitivity.EMAIL)
                    .listed())
            .field(Field.text("contactPhone", BreakRoomSheet::getContactPhone, BreakRoomSheet::setContactPhone)
                    .required("CORE-PHONE")
                    .max(30)
                    .sensitive(Sensitivity.MOBILE)
                    .listed())
            .field(Field.longText("remarks", BreakRoomSheet::getRemarks, BreakRoomSheet::setRemarks)
                    .max(1000))
            .attachments("STAMPED")
            .contactsKeptFor("breakroom.contactKeepYears", "STAMPED")
            .check(Sheets::check)
            .onCreated(Sheets::name)
            .key(sheet -> String.valueOf(sheet.head().ownerOrg()), Sheets::conflicts)
            .ruleOrder("BR-ORG", "CORE-EMAIL", "CORE-PHONE", "BR-ROW-MISSING", "BR-DUP")
            .build();

    private Sheets() {}

    /** Number of the form and whose it is: contacts are personal and stand in no heading. */
    private static String title(BreakRoomSheet sheet) {
        return sheet.getUnionName() == null ? FORM : FORM + " " + sheet.getUnionName();
    }

    private static void name(BreakRoomSheet sheet, RecordContext context) {
        context.secondLevelOf(sheet.head().ownerOrg()).map(Organisation::name).ifPresent(sheet::setUnionName);
    }

    private static List<Violation> check(BreakRoomSheet sheet, RecordContext context) {
        List<Violation> found = new ArrayList<>();
        UUID owner = sheet.head().ownerOrg();
        boolean secondLevel = owner == null
                ? context.caller().organisation().secondLevel()
                : context.secondLevelOf(owner).filter(o -> o.id().equals(owner)).isPresent();
        if (!secondLevel) {
            found.add(Violation.of("BR-ORG", "owner"));
        }
        found.addAll(SheetRules.head(sheet.getContactName(), sheet.getContactEmail(), sheet.getContactPhone()));
        return found;
    }

    private static List<Violation> conflicts(BreakRoomSheet sheet, List<Integer> years, RecordContext context) {
        return years.contains(context.programme().year()) ? List.of(Violation.of("BR-DUP", "owner")) : List.of();
    }

    /** The sheet of a second-level union; empty while it has none. */
    public static Optional<BreakRoomSheet> of(ProgrammeContext programme, UUID secondLevel) {
        return programme.database().read(em -> em.createQuery(
                        "select s from BreakRoomSheet s where s.head.ownerOrg = :owner", BreakRoomSheet.class)
                .setParameter("owner", secondLevel)
                .getResultStream()
                .findFirst());
    }

    /** for one room as it stands in its union's sheet: what keeps it from being declared. */
    public static List<Violation> declarable(BreakRoom room, RecordContext context) {
        Optional<Organisation> union = context.secondLevelOf(room.head().ownerOrg());
        Optional<BreakRoomSheet> sheet = union.flatMap(o -> of(context.programme(), o.id()));
        OrgType type = union.map(Organisation::type).orElse(OrgType.CITY);
        return SheetRules.validateSheet(
                        type,
                        sheet.map(BreakRoomSheet::getContactName).orElse(null),
                        sheet.map(BreakRoomSheet::getContactEmail).orElse(null),
                        sheet.map(BreakRoomSheet::getContactPhone).orElse(null),
                        List.of(SheetRow.of(room)))
                .refusals();
    }

    /** Puts a declared room into its union's sheet. */
    public static void join(BreakRoom room, RecordContext context) {
        context.secondLevelOf(room.head().ownerOrg())
                .flatMap(union -> of(context.programme(), union.id()))
                .ifPresent(sheet -> join(room, sheet, context));
    }

    private static void join(BreakRoom room, BreakRoomSheet sheet, RecordContext context) {
        room.setSheet(sheet.id());
        if (room.getSeqNo() == null) {
            room.setSeqNo(last(sheet, context) + 1);
        }
    }

    private static int last(BreakRoomSheet sheet, RecordContext context) {
        return context.programme().database().read(em -> {
            Integer last = em.createQuery("select max(r.seqNo) from BreakRoom r where r.sheet = :sheet", Integer.class)
                    .setParameter("sheet", sheet.id())
                    .getSingleResult();
            return last == null ? 0 : last;
        });
    }
}
