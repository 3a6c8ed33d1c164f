package org.shishi.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program that was run to its end.
 *
 * @param exitCode what it returned
 * @param output what it wrote, to both of its outputs
 */
record Command(int exitCode, String output) {

    static Command run(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Command(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + words, e);
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }
}
