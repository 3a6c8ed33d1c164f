package org.shishi.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.identity.Role;
import org.shishi.api.notice.Notice;
import org.shishi.api.platform.Templates;
import org.shishi.api.platform.Templates.Change;
import org.shishi.api.platform.Templates.Template;
import org.shishi.api.platform.Templates.Wording;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.delivery.DeliveryTimes;
import org.shishi.core.notice.NoticesService;
import org.shishi.core.notice.PostOffice;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.sample.Defaults;
import org.shishi.core.sample.SampleProgramme;
import org.shishi.core.setup.TestCity;
import org.shishi.core.text.CoreMessages;

/** An edition's own words: drafted, looked at, published, used, and taken back. */
@ParameterizedClass
@EnumSource
class TemplatesTest {

    private static final String ID = "notice.selfcheck";
    private static final Wording OWN = new Wording(
            new Text("请尽快完成{0}月自查", "Please do the self-check of month {0}"),
            new Text("还差{1}间。", "{1} rooms to go."),
            null);

    private final TestDatabase db;
    private final TestCity city;
    private final TestClock clock = new TestClock();
    private final SampleProgramme programme = programme(2026);
    private final TemplatesService templates;
    private final NoticesService notices;

    TemplatesTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
        city = new TestCity(db.core());
        CoreMessages core = new CoreMessages();
        templates = new TemplatesService(db.core(), core, city.audit, clock);
        templates.programmes = List.of(programme, programme(2025));
        notices = new NoticesService(
                new PostOffice(db.core(), clock, new DeliveryTimes(Defaults.of(DeliveryTimes.Settings.class))),
                new Wordings(db.core(), core));
    }

    private static SampleProgramme programme(int year) {
        return new SampleProgramme(year, 7)
                .word(ID, "{0}月自查", "Self-check of month {0}")
                .word(ID + ".body", "还有{1}间未自查", "{1} rooms unchecked")
                .word(ID + ".sample", "7|3", "7|3")
                .word("deadline.application", "汇总表{0}", "Summary sheet {0}");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Caller officer() {
        return city.caller(Role.CITY_OFFICER, city.organisations.city());
    }

    private Caller approver() {
        return city.caller(Role.CITY_APPROVER, city.organisations.city());
    }

    private Template template() {
        return templates.get(officer(), "basket", 2026, ID);
    }

    private Template publish(Wording wording) {
        return templates.publish(approver(), "basket", 2026, ID, wording, "说得更清楚");
    }

    private String told(SampleProgramme of, int month) {
        notices.send(
                of,
                new Notice(
                        "selfcheck",
                        of.year() + "-" + month,
                        city.named("浦东新区总工会").id(),
                        Set.of(Right.REVIEW),
                        LocalDate.of(2026, 7, 1),
                        null,
                        List.of(month, 3)));
        return db.core()
                .read(handle -> handle.createQuery("select title_zh, body_en from core.notice order by id desc limit 1")
                        .map((row, context) -> row.getString(1) + " / " + row.getString(2))
                        .one());
    }

    @Test
    void programmeAndPlatformBringTheFirstWords() {
        List<String> ids = templates.list(officer(), "basket", 2026).stream()
                .map(Template::id)
                .toList();
        assertEquals(
                List.of("deadline.application", "deadline.soon", "deadline.today", "deadline.late", "deadline.copy"),
                ids.subList(0, 5));
        assertTrue(ids.contains(ID));
        assertFalse(
                ids.stream().anyMatch(id -> id.startsWith("notice.core-")), "the platform's own are no programme's");
        Template template = template();
        assertEquals(
                new Text("{0}月自查", "Self-check of month {0}"),
                template.current().title());
        assertNull(template.current().sms(), "not worth a text message");
        assertFalse(template.changed());
        assertNull(templates
                .get(officer(), "basket", 2026, "deadline.application")
                .original()
                .body());
    }

    @Test
    void whatIsPublishedIsWhatPeopleReadFromThenOn() {
        assertEquals("6月自查 / 3 rooms unchecked", told(programme, 6));

        Template published = publish(OWN);

        assertTrue(published.changed());
        assertEquals("请尽快完成7月自查 / 3 rooms to go.", told(programme, 7));
        assertEquals("8月自查 / 3 rooms unchecked", told(programme(2025), 8), "another edition has its own");
        templates.reset(approver(), "basket", 2026, ID, "原文更好");
        assertEquals("9月自查 / 3 rooms unchecked", told(programme, 9));
        assertFalse(template().changed());
    }

    @Test
    void aDraftIsNotSentAndGoesWithThePublication() {
        templates.draft(officer(), "basket", 2026, ID, OWN);
        templates.draft(officer(), "basket", 2026, ID, OWN);
        assertEquals(OWN, template().draft());
        assertEquals("6月自查 / 3 rooms unchecked", told(programme, 6));

        publish(OWN);

        assertNull(template().draft());
        assertEquals(OWN, template().current());
    }

    @Test
    void slipsAreToldAllAtOnce() {
        Wording bad = new Wording(
                new Text("{2}月", "Self-check {0"), new Text(" ", "x".repeat(Templates.LONGEST_BODY + 1)), null);

        List<Violation> refusals =
                templates.preview(officer(), "basket", 2026, ID, bad).refusals();

        assertEquals(
                List.of(
                        "CORE-TEMPLATE-PLACEHOLDER title.zh",
                        "CORE-TEMPLATE-PLACEHOLDER title.en",
                        "CORE-TEMPLATE-EMPTY body.zh",
                        "CORE-TEMPLATE-LENGTH body.en"),
                refusals.stream().map(one -> one.code() + " " + one.field()).toList());
        assertThrows(RefusedException.class, () -> publish(bad));
        assertThrows(RefusedException.class, () -> templates.draft(officer(), "basket", 2026, ID, bad));
        Wording longest = new Wording(OWN.title(), Text.same("x".repeat(Templates.LONGEST_BODY)), null);
        assertEquals(
                List.of(),
                templates.preview(officer(), "basket", 2026, ID, longest).refusals());
    }

    @Test
    void aPreviewShowsExamplesAndWhatIsLeftOut() {
        Wording without = new Wording(Text.same("自查"), new Text("还差{1}间", "{1} rooms"), null);
        Templates.Preview preview = templates.preview(officer(), "basket", 2026, ID, without);
        assertEquals("还差3间", preview.filled().body().zh());
        assertEquals(List.of("{0}"), preview.left());
        assertEquals(
                List.of(), templates.preview(officer(), "basket", 2026, ID, OWN).left());
    }

    @Test
    void theHistorySaysWhoAndWhy() {
        publish(OWN);
        publish(new Wording(OWN.title(), Text.same("{1}"), null));
        templates.reset(approver(), "basket", 2026, ID, "原文更好");

        List<Change> history = templates.history(officer(), "basket", 2026, ID);

        assertEquals(
                List.of(Change.Kind.RESET, Change.Kind.PUBLISHED, Change.Kind.PUBLISHED),
                history.stream().map(Change::kind).toList());
        assertEquals("原文更好", history.getFirst().reason());
        assertEquals(OWN, history.getLast().wording());
        assertEquals(3, audited());
        templates.reset(approver(), "basket", 2026, ID, "再来一次");
        assertEquals(3, templates.history(officer(), "basket", 2026, ID).size(), "there was nothing to take back");
    }

    private int audited() {
        return db.core().read(handle -> handle.createQuery(
                        "select count(*) from core.audit_entry where action in ('template.publish', 'template.reset')")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void eachDoesWhatItsRightAllows() {
        assertThrows(RefusedException.class, () -> templates.publish(officer(), "basket", 2026, ID, OWN, "x"));
        assertThrows(RefusedException.class, () -> templates.reset(officer(), "basket", 2026, ID, "x"));
        assertThrows(RefusedException.class, () -> publishWithoutReason());
        for (Role role : List.of(Role.PLATFORM_ADMIN, Role.SECOND_LEVEL_OFFICER, Role.AUDITOR)) {
            Caller other = city.caller(role, city.organisations.city());
            assertThrows(RefusedException.class, () -> templates.list(other, "basket", 2026), role.name());
            assertThrows(RefusedException.class, () -> templates.draft(other, "basket", 2026, ID, OWN), role.name());
            assertThrows(RefusedException.class, () -> templates.preview(other, "basket", 2026, ID, OWN));
            assertThrows(RefusedException.class, () -> templates.history(other, "basket", 2026, ID));
        }
        assertThrows(RefusedException.class, () -> templates.list(officer(), "basket", 2024), "it does not run");
        assertThrows(RefusedException.class, () -> templates.get(officer(), "basket", 2026, "notice.other"));
    }

    private void publishWithoutReason() {
        templates.publish(approver(), "basket", 2026, ID, OWN, " ");
    }
}
