package org.shishi.core.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shishi.core.programme.GuestJar;
import org.shishi.core.programme.TestFramework;
import org.shishi.core.text.CoreMessages;

class SignedJarTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private Path signers;
    private TestFramework framework;
    private JarInspection inspection;

    @BeforeEach
    void begin() throws IOException {
        signers = Files.createDirectories(folder.resolve("conf/signers"));
        framework = TestFramework.in(folder.resolve("cache"));
        inspection = new JarInspection(
                new OfferedPackages(framework.context()), new TrustedSigners(signers), new CoreMessages());
    }

    @AfterEach
    void end() {
        framework.close();
    }

    private Path plain() throws IOException {
        return Files.write(
                folder.resolve("plain.jar"), GuestJar.of("sample", "2026.1.0").bytes());
    }

    private KeyStore.PrivateKeyEntry key(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), said);
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        return (KeyStore.PrivateKeyEntry) keys.getEntry(name, new KeyStore.PasswordProtection(PASSWORD));
    }

    private Path signed(Path jar, KeyStore.PrivateKeyEntry key) throws IOException {
        Path signed = folder.resolve("signed.jar");
        try (ZipFile unsigned = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key).build().sign(unsigned, out);
        }
        return signed;
    }

    private void trust(KeyStore.PrivateKeyEntry key) throws IOException, GeneralSecurityException {
        Files.write(signers.resolve("trusted.cer"), key.getCertificate().getEncoded());
    }

    private String refusal(Path jar) {
        return assertThrows(RefusedJar.class, () -> inspection.inspect(jar, "x.jar"))
                .reason()
                .en();
    }

    @Test
    void withoutTrustedSignersUnsignedJarsAreTaken() throws Exception {
        assertEquals("sample", inspection.inspect(plain(), "x.jar").id());
    }

    @Test
    void withTrustedSignersOnlyTheirJarsAreTaken() throws Exception {
        KeyStore.PrivateKeyEntry ours = key("ours");
        trust(ours);

        assertEquals(
                "sample", inspection.inspect(signed(plain(), ours), "x.jar").id());
        assertTrue(refusal(plain()).contains("no trusted signature"));
        assertTrue(refusal(signed(plain(), key("theirs"))).contains("no trusted signature"));
    }

    @Test
    void aChangedOrAddedFileIsNeverTaken() throws Exception {
        KeyStore.PrivateKeyEntry ours = key("ours");
        Path signed = signed(plain(), ours);
        Path changed = rewritten(signed, "edition.yaml", "state: CLOSED\n");

        assertTrue(refusal(changed).contains("damaged"), "also while nobody asks for signatures");
        trust(ours);
        assertTrue(refusal(changed).contains("damaged"));
        assertTrue(refusal(rewritten(signed, "added.txt", "x")).contains("no trusted signature"));
    }

    @Test
    void aFolderOfSignersThatCannotBeReadTakesNothing() throws Exception {
        Files.writeString(signers.resolve("notes.txt"), "no certificate");

        assertTrue(refusal(plain()).contains("notes.txt"));
    }

    /** The jar with one file changed, or added at the end. */
    private Path rewritten(Path jar, String name, String content) throws IOException {
        Path target = folder.resolve("rewritten.jar");
        boolean there = false;
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry : from.stream().toList()) {
                boolean wanted = entry.getName().equals(name);
                there |= wanted;
                try (InputStream in = from.getInputStream(entry)) {
                    write(to, entry.getName(), wanted ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
                }
            }
            if (!there) {
                write(to, name, content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return target;
    }

    private static void write(ZipOutputStream to, String name, byte[] content) throws IOException {
        to.putNextEntry(new ZipEntry(name));
        to.write(content);
        to.closeEntry();
    }
}
