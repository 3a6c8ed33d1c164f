package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shishi.testbed.process.ProductFolder;

/** Neither what is shipped nor what it is made from holds a key or a password. */
class NoSecretsIT {

    /** With what a key consists of: libraries that read keys know how one begins. */
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}");

    private static final Pattern KNOWN_FORMS =
            Pattern.compile("(?<![A-Za-z0-9])(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}"
                    + "|xox[abp]-[0-9A-Za-z-]{20,}|shishi_[A-Za-z0-9_-]{43})(?![A-Za-z0-9])");
    /** A setting that is given a value; the one password that everybody may know is documented. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)^(?!\\s*(#|//|\\*)).*?(password|passwd|secret|token)[\"']?\\s*[=:]\\s*[\"']?"
                    + "(?!shishi-demo\\b)([^\\s\"'<>${}()|,;]{6,})[\"']?\\s*;?$");

    private static final Set<String> KEY_FILES = Set.of("pem", "key", "keys", "p12", "pfx", "jks", "keystore", "der");
    private static final Set<String> SETTINGS =
            Set.of("properties", "xml", "yml", "yaml", "json", "sh", "conf", "env", "options");
    /** What people read is no setting. */
    private static final Pattern WORDS = Pattern.compile("_(zh|en)\\.properties$");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".idea");
    private static final Set<String> CODE = Set.of("class", "js", "gz", "br", "map", "ts", "html");
    private static final long LARGEST_TEXT = 2L << 20;

    @Test
    void the_product_holds_none() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ProductFolder.locate())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".jar")) {
                    inside(found, file);
                } else {
                    look(found, file.toString(), Files.readAllBytes(file));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static void inside(List<String> found, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                // Code and pictures can be none; keys would lie there as files.
                boolean code = CODE.contains(name.substring(name.lastIndexOf('.') + 1));
                if (!entry.isDirectory() && !code && entry.getSize() < LARGEST_TEXT) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        look(found, jar.getFileName() + "!" + name, in.readAllBytes());
                    }
                }
            }
        }
    }

    @Test
    void the_repository_holds_none() throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(
                Path.of(System.getProperty("basedir", "")).resolve("../..").normalize(), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return NOT_OURS.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (attributes.size() < LARGEST_TEXT) {
                            look(found, file.toString(), Files.readAllBytes(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        assertEquals(List.of(), found);
    }

    private static void look(List<String> found, String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (KEY_FILES.contains(ending)) {
            found.add(name + " is a file of keys");
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (secret(text)) {
            found.add(name + " holds a key");
        }
        if (SETTINGS.contains(ending) && !WORDS.matcher(name).find()) {
            text.lines()
                    .filter(NoSecretsIT::password)
                    .forEach(line -> found.add(name + " gives a password: " + line.strip()));
        }
    }

    private static boolean secret(String text) {
        return PRIVATE_KEY.matcher(text).find() || KNOWN_FORMS.matcher(text).find();
    }

    private static boolean password(String line) {
        return PASSWORD.matcher(line).find();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shishi.db.password = correct-horse",
                "SHISHI_OIDC_CLIENT_SECRET=abcdef123456",
                "  \"password\": \"hunter2hunter2\"",
                "    password: hunter2hunter2"
            })
    void a_password_is_seen(String line) {
        assertTrue(password(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#shishi.demo.password = shishi-demo",
                "shishi.demo.password = shishi-demo",
                "login.password=密码",
                "#shishi.db.password =",
                "      <password>${env.DEPLOY}</password>"
            })
    void what_is_none_is_not(String line) {
        assertFalse(password(line));
    }

    @Test
    void a_key_is_seen() {
        assertTrue(secret("x -----BEGIN " + "PRIVATE KEY-----\n" + "A".repeat(64) + "\n"));
        assertTrue(secret("token=shishi_" + "B".repeat(43)));
    }
}
