package org.shishi.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.api.file.Attachment;
import org.shishi.api.file.AttachmentCheck;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Role;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.core.persistence.SharedFiles;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.setup.TestCity;

class AttachmentsTest {

    private static final String OBJECT = "basket/2026/households/1";

    private final TestDatabase db = TestDatabases.h2();
    private final TestCity city = new TestCity(db.core());
    private final Caller officer = city.caller(Role.CITY_OFFICER, city.organisations.city());
    private final AttachmentsService attachments;
    private final Path folder;

    AttachmentsTest(@TempDir Path home) {
        folder = home.resolve("files");
        attachments = service(folder);
    }

    private AttachmentsService service(Path home) {
        return new AttachmentsService(
                db.core(), city.keys, home, new SharedFiles(db.core(), city.clock), city.audit, city.clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void givesBackWhatItKeeps() throws IOException {
        byte[] content = pdf(100_000);

        Attachment added = add("/tmp/方案.pdf", content);

        assertEquals("方案.pdf", added.name());
        assertEquals("PDF", added.type());
        assertEquals(content.length, added.sizeBytes());
        assertEquals(64, added.sha256().length());
        assertEquals(officer.name(), added.by());
        assertEquals(List.of(added), attachments.list(OBJECT));
        assertArrayEquals(content, read(added));
    }

    @Test
    void neitherContentNorNameStandAnywhereInClear() throws IOException {
        Attachment added = add("某人的诊断.pdf", pdf(1000));

        byte[] stored = Files.readAllBytes(files().getFirst());
        assertEquals("SSF1", new String(stored, 0, 4, StandardCharsets.US_ASCII));
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("%PDF"));
        String name = city.database.read(handle -> handle.createQuery("select name from core.attachment")
                .mapTo(String.class)
                .one());
        assertFalse(name.contains("诊断"));
        assertEquals("某人的诊断.pdf", attachments.list(OBJECT).getFirst().name());
        assertTrue(files().getFirst().endsWith(Path.of(added.sha256().substring(0, 2), added.sha256())));
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        Attachment one = add("a.pdf", pdf(10));
        Attachment other = add("b.pdf", pdf(10));

        assertEquals(1, files().size());
        attachments.remove(officer, OBJECT, one.id());
        assertArrayEquals(pdf(10), read(other));
        refused("CORE-NOT-FOUND", () -> attachments.open(OBJECT, one.id()));
    }

    @Test
    void whatIsTooLargeOrNotWhatItSaysIsRefusedAndLeavesNothing() throws IOException {
        refused("CORE-ATT-TYPE", () -> add("macro.exe", pdf(10)));
        refused("CORE-ATT-TYPE", () -> add("picture.png", pdf(10)));
        refused("CORE-ATT-TYPE", () -> add("empty.pdf", new byte[0]));
        add("largest.pdf", pdf((int) AttachmentCheck.MAX_BYTES));
        RefusedException refusal = assertThrows(RefusedException.class, () -> add("endless.png", new Endless()));
        assertEquals(
                List.of("CORE-ATT-TYPE", "CORE-ATT-SIZE"),
                refusal.violations().stream().map(Violation::code).toList());

        assertEquals(1, files().size());
        assertEquals(1, attachments.list(OBJECT).size());
    }

    @Test
    void anAttachmentIsReachedThroughItsOwnObjectOnly() {
        Attachment added = add("a.pdf", pdf(10));

        refused("CORE-NOT-FOUND", () -> attachments.open("basket/2026/households/2", added.id()));
        refused("CORE-NOT-FOUND", () -> attachments.remove(officer, "basket/2026/households/2", added.id()));
        refused("CORE-NOT-FOUND", () -> attachments.open(OBJECT, UUID.randomUUID()));
    }

    @Test
    void aChangedFileIsNotHandedOut() throws IOException {
        Attachment added = add("a.pdf", pdf(1000));
        Path file = files().getFirst();
        byte[] stored = Files.readAllBytes(file);
        stored[stored.length - 20] ^= 1;
        Files.write(file, stored);

        assertThrows(IOException.class, () -> read(added));
        Files.delete(file);
        assertThrows(UncheckedIOException.class, () -> read(added));
    }

    @Test
    void whatOneNodeTookInAnotherHandsOut(@TempDir Path otherHome) throws IOException {
        try (TestDatabase shared = TestDatabases.open(TestDatabases.Kind.POSTGRESQL)) {
            TestCity there = new TestCity(shared.core());
            SharedFiles files = new SharedFiles(shared.core(), there.clock);
            AttachmentsService one =
                    new AttachmentsService(shared.core(), there.keys, folder, files, there.audit, there.clock);
            AttachmentsService two =
                    new AttachmentsService(shared.core(), there.keys, otherHome, files, there.audit, there.clock);
            Attachment added = one.add(officer, OBJECT, "plan", "a.pdf", new ByteArrayInputStream(pdf(1_000_000)));

            try (InputStream in = two.open(OBJECT, added.id())) {
                assertArrayEquals(pdf(1_000_000), in.readAllBytes());
            }
        }
    }

    @Test
    void theSweepTakesOnlyWhatNobodyNeedsAndWhatHasLainForADay() throws IOException {
        Attachment kept = add("kept.pdf", pdf(10));
        Attachment removed = add("removed.pdf", pdf(11));
        attachments.remove(officer, OBJECT, removed.id());
        assertThrows(
                IllegalStateException.class,
                () -> city.database.transact(handle -> {
                    add("undone.pdf", pdf(12));
                    throw new IllegalStateException("wanted");
                }));
        assertEquals(3, files().size());
        touchAll();

        assertEquals(0, attachments.sweep());
        city.clock.pass(FileStore.GRACE.plus(Duration.ofMinutes(1)));
        assertEquals(2, attachments.sweep());

        assertArrayEquals(pdf(10), read(kept));
    }

    @Test
    void whatIsWantedAgainIsNotSwept() throws IOException {
        Attachment first = add("a.pdf", pdf(10));
        attachments.remove(officer, OBJECT, first.id());
        touchAll();
        city.clock.pass(FileStore.GRACE.plus(Duration.ofMinutes(1)));

        add("a.pdf", pdf(10));

        assertEquals(0, attachments.sweep());
    }

    @Test
    void theLogKnowsOfEachFile() {
        Attachment added = add("a.pdf", pdf(10));
        attachments.remove(officer, OBJECT, added.id());

        List<String> log = city.database.read(handle -> handle.createQuery(
                        "select action || ' ' || object from core.audit_entry where action like 'attachment.%'"
                                + " order by number")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("attachment.add " + OBJECT, "attachment.remove " + OBJECT), log);
    }

    private Attachment add(String name, byte[] content) {
        return add(name, new ByteArrayInputStream(content));
    }

    private Attachment add(String name, InputStream content) {
        return attachments.add(officer, OBJECT, "plan", name, content);
    }

    private byte[] read(Attachment attachment) throws IOException {
        try (InputStream in = attachments.open(OBJECT, attachment.id())) {
            return in.readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** As if the files were written when the test's clock says so. */
    private void touchAll() throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(city.clock.instant()));
        }
    }

    private static byte[] pdf(int length) {
        byte[] content = new byte[length];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    private static void refused(String code, Runnable work) {
        RefusedException refusal = assertThrows(RefusedException.class, work::run);
        assertEquals(code, refusal.violations().getFirst().code());
    }

    /** Never ends: whoever reads it all does not come back. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] target, int from, int length) {
            Arrays.fill(target, from, from + length, (byte) 'x');
            return length;
        }
    }
}
