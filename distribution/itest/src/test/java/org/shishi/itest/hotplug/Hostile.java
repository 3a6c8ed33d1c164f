package org.shishi.itest.hotplug;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.shishi.testbed.process.Folders;

/**
 * Jars that nobody should trust, each made of a good one.
 *
 * @param name of the case
 * @param content of the jar
 * @param said a part of what administrators are told
 */
record Hostile(String name, byte[] content, String said) {

    @Override
    public String toString() {
        return name;
    }

    /** @param good a programme in a version above the one that runs */
    static List<Hostile> of(ProgrammeJar good) {
        byte[] whole = good.bytes();
        return List.of(
                new Hostile("no jar at all", "这不是插件".getBytes(StandardCharsets.UTF_8), "已损坏或不完整"),
                new Hostile("a jar cut off in the middle", Arrays.copyOf(whole, whole.length / 2), "已损坏或不完整"),
                new Hostile("a jar with a damaged entry", damaged(whole), "已损坏或不完整"),
                new Hostile("a jar that is no programme", plain(), "不是项目插件"),
                new Hostile("one that needs a newer api", newerApi(good), "请升级平台"),
                new Hostile(
                        "one that exports",
                        good.with("Export-Package", "org.example").bytes(),
                        "不得导出包"),
                new Hostile(
                        "one that wants to be part of another",
                        good.with("Fragment-Host", "org.shishi.core").bytes(),
                        "Fragment-Host"),
                new Hostile(
                        "one with names that lead out of it",
                        good.with("../../escaped.txt", new byte[0]).bytes(),
                        "不正常的文件名"),
                new Hostile("one that is huge when unpacked", huge(), "解开后超过"),
                new Hostile(
                        "one whose migration fails",
                        good.with("db/migration/V999__bad.sql", "create tabel oops;".getBytes(StandardCharsets.UTF_8))
                                .bytes(),
                        "升级失败"),
                new Hostile(
                        "one that waits for a service",
                        good.waitingFor("org.example.Missing").bytes(),
                        "org.example.Missing"),
                new Hostile("one whose activation throws", activated(good, THROWS), "does not want to start"),
                new Hostile("one whose static initialiser throws", activated(good, STATIC), "无法打开"),
                new Hostile("one whose activation never ends", activated(good, BLOCKS), "已被隔离"));
    }

    private static final String THROWS = "throw new IllegalStateException(\"does not want to start\");";
    /** Once this file exists, activations that never end come to their end after all. */
    static final Path LET_GO = Path.of(
            System.getProperty("java.io.tmpdir"),
            "shishi-let-go-" + ProcessHandle.current().pid());

    private static final String BLOCKS = "while (!new java.io.File(\"" + LET_GO + "\").exists()) {"
            + " Thread.interrupted(); java.util.concurrent.locks.LockSupport.parkNanos(10_000_000); }";
    private static final String STATIC = "Trap.spring();";

    private static byte[] activated(ProgrammeJar good, String doing) {
        String source =
                """
                package %s.hostile;
                public final class Activator implements org.osgi.framework.BundleActivator {
                    public void start(org.osgi.framework.BundleContext context) { %s }
                    public void stop(org.osgi.framework.BundleContext context) {}
                }
                final class Trap {
                    static final int VALUE = Integer.parseInt("no number");
                    static void spring() {}
                }
                """
                        .formatted(good.home(), doing);
        ProgrammeJar hostile = good.with("Bundle-Activator", good.home() + ".hostile.Activator")
                .with("Import-Package", good.header("Import-Package") + ",org.osgi.framework");
        String folder = good.home().replace('.', '/') + "/hostile/";
        try {
            Path work = Files.createTempDirectory("hostile");
            Path file = Files.writeString(work.resolve("Activator.java"), source);
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "--release",
                            "21",
                            "-cp",
                            System.getProperty("java.class.path"),
                            file.toString());
            if (result != 0) {
                throw new IllegalStateException(source);
            }
            try (Stream<Path> classes = Files.list(work)) {
                for (Path each :
                        classes.filter(f -> f.toString().endsWith(".class")).toList()) {
                    hostile = hostile.with(folder + each.getFileName(), Files.readAllBytes(each));
                }
            }
            Folders.delete(work);
            return hostile.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] newerApi(ProgrammeJar good) {
        String imports = good.header("Import-Package");
        String newer = imports.replaceFirst(
                "org\\.shishi\\.api\\.programme;version=\"[^\"]+\"", "org.shishi.api.programme;version=\"[99.0,100)\"");
        if (newer.equals(imports)) {
            throw new IllegalStateException(imports);
        }
        return good.with("Import-Package", newer).bytes();
    }

    /** Bytes in the middle differ: the directory at the end is whole, an entry is not. */
    private static byte[] damaged(byte[] whole) {
        byte[] damaged = whole.clone();
        for (int i = damaged.length / 3; i < damaged.length / 3 + 200; i++) {
            damaged[i] ^= 0x55;
        }
        return damaged;
    }

    private static byte[] plain() {
        return zip("hello.txt", 1);
    }

    /** A few hundred kilobytes that become six hundred megabytes. */
    private static byte[] huge() {
        return zip("zeros.bin", 600);
    }

    private static byte[] zip(String name, int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                jar.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
