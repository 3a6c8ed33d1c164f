package org.shishi.core.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.core.persistence.TestDatabase;
import org.shishi.core.persistence.TestDatabases;
import org.shishi.core.platform.TestClock;
import org.shishi.core.platform.TestConsole;
import org.shishi.core.platform.TestInfo;

@ParameterizedClass
@EnumSource
class InstallationTest {

    private final TestDatabase db;
    private final TestConsole console = new TestConsole();

    @TempDir
    Path folder;

    InstallationTest(TestDatabases.Kind kind) {
        db = TestDatabases.open(kind);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aDemonstrationRefusesRealData() {
        start(false, "real");
        start(false, "real");

        refuses(true, "real", "The home folder " + folder.resolve("real") + " holds real data");
        refuses(true, "new", "The database holds real data");
    }

    @Test
    void realWorkRefusesADemonstration() {
        start(true, "demo");

        refuses(false, "demo", "The home folder " + folder.resolve("demo") + " holds a demonstration");
        refuses(false, "new", "The database holds a demonstration");
    }

    @Test
    void aRefusedHomeStaysFree() {
        start(true, "demo");
        refuses(false, "new", "The database");

        start(true, "new");
    }

    private void refuses(boolean demo, String home, String sentence) {
        int before = console.refusals().size();
        assertThrows(IllegalStateException.class, () -> start(demo, home));
        assertEquals(before + 1, console.refusals().size());
        assertTrue(
                console.refusals().getLast().startsWith(sentence),
                console.refusals().getLast());
    }

    private void start(boolean demo, String home) {
        new Installation(new TestInfo(demo, folder.resolve(home)), db.core(), console, new TestClock());
    }
}
