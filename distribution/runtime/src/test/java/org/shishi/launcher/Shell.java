package org.shishi.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls {@code bin/shishi} as a person would, with this Java and an environment of its own. */
record Shell(Path script, Map<String, String> environment) {

    record Result(int code, String out, String err) {}

    /** Standard error goes to a file: nobody reads it while the process runs. */
    Process begin(Path errors, String... words) throws IOException {
        return builder(words).redirectError(errors.toFile()).start();
    }

    private ProcessBuilder builder(String... words) {
        List<String> all = new ArrayList<>(List.of(script.toString()));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().keySet().removeIf(name -> name.startsWith("SHISHI_") || name.equals("JAVA_HOME"));
        builder.environment().put("SHISHI_JAVA", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }

    Result call(String... words) throws IOException, InterruptedException {
        Process process = builder(words).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + String.join(" ", words));
        }
        return new Result(process.exitValue(), out, err);
    }
}
