package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interrupted thread must not take the embedded database away from everybody else. */
class InterruptedThreadTest {

    private static final int ROWS = 2_000;

    @TempDir
    Path folder;

    @Test
    void theDatabaseStaysOpenWhenReadersAreInterrupted() throws InterruptedException {
        // So small a cache that readers go to the file.
        String url = "jdbc:h2:file:" + folder.resolve("shishi") + ";CACHE_SIZE=64";
        try (TestDatabase db = TestDatabases.h2(url)) {
            db.core().transact(handle -> {
                handle.execute("create table core.big (id integer primary key, words varchar)");
                return handle.execute(
                        "insert into core.big select x, repeat('字', 3000) || x from system_range(1, ?)", ROWS);
            });
        }
        try (TestDatabase db = TestDatabases.h2(url)) {
            Thread reader = new Thread(() -> interruptedReads(db));
            reader.start();
            reader.join();

            assertEquals(ROWS, rows(db));
        }
    }

    private static void interruptedReads(TestDatabase db) {
        db.core().read(handle -> {
            Thread.currentThread().interrupt();
            for (int id = 1; id <= ROWS; id += 50) {
                handle.createQuery("select words from core.big where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one();
            }
            return null;
        });
    }

    private static int rows(TestDatabase db) {
        return db.core().read(handle -> handle.createQuery("select count(words) from core.big where length(words) > 0")
                .mapTo(Integer.class)
                .one());
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/srv/shishi;DB_CLOSE_ON_EXIT=FALSE, jdbc:h2:retry:nio:/srv/shishi;DB_CLOSE_ON_EXIT=FALSE",
        "jdbc:h2:~/shishi, jdbc:h2:retry:nio:~/shishi",
        "jdbc:h2:./shishi, jdbc:h2:retry:nio:./shishi",
        "jdbc:h2:file:C:/data/shishi, jdbc:h2:retry:nio:C:/data/shishi",
        "jdbc:h2:mem:x, jdbc:h2:mem:x",
        "jdbc:h2:tcp://host/x, jdbc:h2:tcp://host/x",
        "jdbc:postgresql://host/x, jdbc:postgresql://host/x",
    })
    void onlyFilesAreOpenedThatWay(String given, String used) {
        String always = given.startsWith("jdbc:h2:") ? ";QUERY_CACHE_SIZE=0" : "";
        assertEquals(used + always, new DatabaseSettings(given, "", "").driverUrl());
    }
}
