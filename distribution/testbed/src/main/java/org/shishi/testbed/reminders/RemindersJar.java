package org.shishi.testbed.reminders;

import java.nio.file.Path;
import org.shishi.testbed.programme.HandMadeJar;

/** The jar of {@link RemindersProgramme}. */
public final class RemindersJar {

    public static final String ID = "reminders";
    public static final int YEAR = 2024;
    /** The job that sends; never by itself. */
    public static final String JOB = "reminders-send";
    /** Another one that sends as many of another kind: for two nodes at once. */
    public static final String OTHER_JOB = "reminders-more";
    /** Two accounts of the demonstration act for it: each thing owed is two reminders. */
    public static final String UNION = "浦东新区总工会";

    public static final int RECIPIENTS = 2;

    static final String COUNT = "reminders.count";

    private static final String NEVER = "0 0 0 29 2 ?";

    private RemindersJar() {}

    /** @param owed how many things are owed */
    public static void drop(Path plugins, int owed) {
        HandMadeJar jar = new HandMadeJar(ID, YEAR + ".1.0")
                .programme(RemindersProgramme.class)
                .uses("deadline", "job", "organisation")
                // The job knows its names from here.
                .with(RemindersJar.class);
        job(jar, JOB, "form");
        job(jar, OTHER_JOB, "sheet");
        jar.with("edition.yaml", edition(owed))
                .with("messages_zh.properties", messages("提醒测试", "发送提醒", "表格{0}", "报表{0}", "应报数量"))
                .with(
                        "messages_en.properties",
                        messages("Reminders", "Send reminders", "Form {0}", "Sheet {0}", "Forms owed"))
                .drop(plugins.resolve(ID + "-" + YEAR + ".jar"));
    }

    /** The fourth parameter of the constructor is what no reference takes: the component's properties. */
    private static void job(HandMadeJar jar, String id, String type) {
        jar.component(
                id,
                RemindersJob.class,
                "org.shishi.api.job.ProgrammeJob",
                " init=\"4\"",
                """
                  <property name="job.id" type="String" value="%s"/>
                  <property name="job.cron" type="String" value="%s"/>
                  <property name="job.catchUp" type="Boolean" value="false"/>
                  <property name="owed.type" type="String" value="%s"/>
                  <reference name="programme" interface="org.shishi.api.programme.ProgrammeContext" parameter="0"/>
                  <reference name="deadlines" interface="org.shishi.api.deadline.Deadlines" parameter="1"/>
                  <reference name="organisations" interface="org.shishi.api.organisation.Organisations" parameter="2"/>
                """
                        .formatted(id, NEVER, type));
    }

    private static String edition(int owed) {
        return """
                state: PUBLISHED
                parameters:
                  %s:
                    type: int
                    unit: 份
                    value: %d
                    source: test
                """
                .formatted(COUNT, owed);
    }

    private static String messages(String title, String job, String form, String sheet, String count) {
        return """
                programme.title=%1$s
                job.%2$s=%3$s
                job.%4$s=%3$s
                deadline.form=%5$s
                deadline.sheet=%6$s
                parameter.%7$s=%8$s
                """
                .formatted(title, JOB, job, OTHER_JOB, form, sheet, COUNT, count);
    }
}
