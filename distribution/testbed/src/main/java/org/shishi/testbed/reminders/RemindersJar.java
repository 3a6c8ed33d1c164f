package org.shishi.testbed.reminders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The jar of {@link RemindersProgramme}, as bnd would make it. */
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
    private static final String API = ";version=\"[1.0,2)\"";

    private RemindersJar() {}

    /** Moved into the folder at once, as a careful administrator does. @param owed how many things are owed */
    public static void drop(Path plugins, int owed) {
        try {
            Path part = Files.write(plugins.resolve("." + ID + ".part"), bytes(owed));
            Files.move(part, plugins.resolve(ID + "-" + YEAR + ".jar"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int owed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            put(jar, RemindersProgramme.class);
            put(jar, RemindersJob.class);
            // The job knows its names from here.
            put(jar, RemindersJar.class);
            put(
                    jar,
                    "OSGI-INF/programme.xml",
                    component(RemindersProgramme.class, "", "org.shishi.api.programme.Programme", ""));
            put(jar, "OSGI-INF/job.xml", job(JOB, "form"));
            put(jar, "OSGI-INF/other.xml", job(OTHER_JOB, "sheet"));
            put(jar, "edition.yaml", edition(owed));
            put(jar, "messages_zh.properties", messages("提醒测试", "发送提醒", "表格{0}", "报表{0}", "应报数量"));
            put(
                    jar,
                    "messages_en.properties",
                    messages("Reminders", "Send reminders", "Form {0}", "Sheet {0}", "Forms owed"));
        }
        return bytes.toByteArray();
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.shishi.programme." + ID);
        main.putValue("Bundle-Name", "Reminders");
        main.putValue("Bundle-Version", YEAR + ".1.0");
        main.putValue("Shishi-Programme", ID);
        main.putValue("Service-Component", "OSGI-INF/programme.xml,OSGI-INF/job.xml,OSGI-INF/other.xml");
        main.putValue(
                "Import-Package",
                "org.shishi.api.deadline" + API + ",org.shishi.api.job" + API + ",org.shishi.api.organisation" + API
                        + ",org.shishi.api.programme" + API);
        main.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"");
        return manifest;
    }

    private static String component(Class<?> type, String more, String service, String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s"%2$s>
                %4$s  <service>
                    <provide interface="%3$s"/>
                  </service>
                  <implementation class="%1$s"/>
                </scr:component>
                """
                .formatted(type.getName(), more, service, inside);
    }

    /** The fourth parameter of the constructor is what no reference takes: the component's properties. */
    private static String job(String id, String type) {
        return component(
                        RemindersJob.class,
                        " init=\"4\"",
                        "org.shishi.api.job.ProgrammeJob",
                        """
                          <property name="job.id" type="String" value="%s"/>
                          <property name="job.cron" type="String" value="%s"/>
                          <property name="job.catchUp" type="Boolean" value="false"/>
                          <property name="owed.type" type="String" value="%s"/>
                          <reference name="programme" interface="org.shishi.api.programme.ProgrammeContext" parameter="0"/>
                          <reference name="deadlines" interface="org.shishi.api.deadline.Deadlines" parameter="1"/>
                          <reference name="organisations" interface="org.shishi.api.organisation.Organisations" parameter="2"/>
                        """
                                .formatted(id, NEVER, type))
                .replace("name=\"" + RemindersJob.class.getName() + "\"", "name=\"" + id + "\"");
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

    private static void put(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            put(jar, name, in.readAllBytes());
        }
    }

    private static void put(JarOutputStream jar, String name, String content) throws IOException {
        put(jar, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
