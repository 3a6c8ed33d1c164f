package org.shishi.testkit.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn -Pdev -Dprogramme=<id>}: starts the product with demonstration data and one programme, watches the
 * programme's sources, and exchanges it in the running product at each save. Compiles by itself, beside the folders of
 * Maven and IDE: {@code target/dev}.
 */
public final class Dev {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final DevFolders folders;
    private final DevBuild build;

    private Dev(DevFolders folders) throws IOException {
        this.folders = folders;
        this.build = new DevBuild(folders);
    }

    /** @param args the assembled product, the folder of programmes, the programme's id */
    public static void main(String... args) throws IOException, InterruptedException {
        DevFolders folders = new DevFolders(Path.of(args[0]), Path.of(args[1]), args.length > 2 ? args[2] : "");
        List<String> missing = folders.missing();
        if (!missing.isEmpty()) {
            missing.forEach(System.err::println);
            System.exit(2);
        }
        new Dev(folders).run();
    }

    private void run() throws IOException, InterruptedException {
        if (!exchange()) {
            System.exit(1);
        }
        Process product = product();
        say("The programme " + folders.id() + " is exchanged at each save below " + folders.sources() + ". Home: "
                + folders.home() + ". Stop: Ctrl+C.");
        SourceLook last = SourceLook.at(folders.sources());
        SourceLook built = last;
        while (product.isAlive()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            SourceLook now = SourceLook.at(folders.sources());
            // An editor may still be writing: two looks must agree.
            if (now.equals(last) && !now.equals(built)) {
                built = now;
                exchange();
            }
            last = now;
        }
        System.exit(product.waitFor());
    }

    private Process product() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "@" + folders.product().resolve("lib/java.options"),
                        "-cp",
                        folders.product().resolve("lib") + "/*",
                        "org.shishi.launcher.Main",
                        "run",
                        "--demo")
                .inheritIO();
        Map<String, String> environment = java.environment();
        environment.put("SHISHI_HOME", folders.home().toString());
        Process started = java.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started)));
        return started;
    }

    private static void end(Process product) {
        product.destroy();
        try {
            product.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean exchange() {
        long start = System.nanoTime();
        try {
            Files.createDirectories(folders.dropFolder());
            String version = build.jar(folders.dropFolder().resolve(folders.id() + "-dev.jar"));
            say(folders.id() + " " + version + " built in " + (System.nanoTime() - start) / 1_000_000 + " ms");
            return true;
        } catch (DevFault e) {
            say("Not exchanged, the version before stays:\n" + e.getMessage());
        } catch (Exception e) {
            say("Not exchanged, the version before stays: " + e);
        }
        return false;
    }

    private static void say(String sentence) {
        System.out.println("[dev] " + sentence);
    }
}
