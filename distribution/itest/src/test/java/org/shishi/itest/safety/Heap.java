package org.shishi.itest.safety;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.testbed.process.ShishiProcess;

/** The memory of a product, now and then. It ends when there is no more: whoever goes on has not run out of it. */
final class Heap {

    private static final long MOST_LEFT_BYTES = 64L << 20;
    private static final Pattern USED = Pattern.compile("used ([0-9]+)K");

    private final ShishiProcess shishi;
    private final long before;

    Heap(ShishiProcess shishi) {
        this.shishi = shishi;
        this.before = used();
    }

    void assertNothingIsKept() {
        long left = used() - before;
        assertTrue(left < MOST_LEFT_BYTES, left + " bytes more than before");
    }

    /** Bytes in use after a collection, as the JVM itself says. */
    private long used() {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        assertTrue(used.find());
        return Long.parseLong(used.group(1)) << 10;
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(shishi.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
