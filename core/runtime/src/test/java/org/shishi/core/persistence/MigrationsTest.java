package org.shishi.core.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shishi.core.persistence.ProgrammeDatabases.Unit;

class MigrationsTest {

    private static final int PROGRAMMES = 10;
    private static final int TABLES = 12;

    /** As at the first start with all programmes of a year; without turns, H2 locks some of them out. */
    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void ten_programmes_make_their_tables_at_once(TestDatabases.Kind kind, @TempDir Path folder) throws IOException {
        List<URL> scripts = List.of(
                script(folder, "V1__make.sql", "create table room_%d (id int primary key, name varchar(20));"),
                script(folder, "V2__widen.sql", "alter table room_%d add column remark varchar(200);"));
        Executor each = task -> Thread.ofPlatform().daemon().start(task);
        try (TestDatabase db = TestDatabases.open(kind)) {
            List<CompletableFuture<Integer>> all = IntStream.range(0, PROGRAMMES)
                    .mapToObj(i -> new Unit("guest-" + i, 2026, getClass().getClassLoader(), List.of(), scripts))
                    .map(unit ->
                            CompletableFuture.supplyAsync(() -> db.programmes().migrate(unit), each))
                    .toList();

            all.forEach(one -> assertEquals(2, one.join()));
        }
    }

    private static URL script(Path folder, String name, String statement) throws IOException {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, TABLES)
                .forEach(i -> text.append(String.format(statement, i)).append('\n'));
        return Files.writeString(folder.resolve(name), text).toUri().toURL();
    }
}
