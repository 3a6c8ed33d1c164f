package org.shishi.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the platform in a process of its own and returns when it is ready. The new process says what it has to say
 * through a pipe and closes it when it is ready, so that passwords shown once are not left in a file.
 */
final class StartCommand {

    private static final int PATIENCE_SECONDS = 90;

    private final Home home;
    private final Distribution distribution;

    StartCommand(Home home, Distribution distribution) {
        this.home = home;
        this.distribution = distribution;
    }

    int run(Options options) {
        home.prepare(distribution.settingsTemplate());
        Path errors = home.logs().resolve("console.log");
        try {
            long before = Files.exists(errors) ? Files.size(errors) : 0;
            Process process = launch(options, errors);
            repeatLines(process);
            boolean ready = HomeLock.running(home)
                    .filter(running -> running.pid() == process.pid())
                    .flatMap(running -> running.address().get(Ready.PATH))
                    .map(answer -> answer.status() == 200)
                    .orElse(false);
            if (ready) {
                return 0;
            }
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            byte[] all = Files.readAllBytes(errors);
            System.err.print(new String(all, (int) before, (int) (all.length - before), StandardCharsets.UTF_8));
            System.err.println("Shishi has not started; more may stand in " + home.logs() + ".");
            return 1;
        } catch (IOException e) {
            throw new Refusal("Shishi cannot be started: " + Reason.of(e) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** With nohup, so that the process outlives the terminal. */
    private Process launch(Options options, Path errors) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("nohup", distribution.script().toString(), "run", Options.BACKGROUND));
        if (options.demo()) {
            words.add(Options.DEMO);
        }
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("SHISHI_JAVA", System.getProperty("java.home"));
        builder.environment().put(Home.VARIABLE, home.root().toString());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        return builder.start();
    }

    private static void repeatLines(Process process) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                System.out.println(line);
                line = lines.readLine();
            }
        }
    }
}
