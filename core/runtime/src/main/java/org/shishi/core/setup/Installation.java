package org.shishi.core.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.persistence.Inserts;
import org.shishi.core.platform.OperatorConsole;

/**
 * What this home and this database were begun for. Demonstration and real data never meet: each refuses the other's home
 * and the other's database, before anything is written into them.
 */
@Component(service = Installation.class)
public final class Installation {

    /** What a home or database was begun for. */
    enum Kind {
        REAL,
        DEMO
    }

    private static final String NAME = "installation";

    @Activate
    public Installation(
            @Reference PlatformInfo platform,
            @Reference CoreDatabase database,
            @Reference OperatorConsole console,
            @Reference Clock clock) {
        Kind wanted = platform.demo() ? Kind.DEMO : Kind.REAL;
        Path mark = platform.home().resolve("data").resolve(NAME);
        refuseOther(wanted, inHome(mark), "The home folder " + platform.home(), "SHISHI_HOME", console);
        refuseOther(wanted, database.read(Installation::inDatabase), "The database", "shishi.db.url", console);
        Kind claimed = database.transact(handle -> claim(handle, wanted, clock));
        refuseOther(wanted, Optional.of(claimed), "The database", "shishi.db.url", console);
        mark(mark, wanted);
    }

    private static void refuseOther(
            Kind wanted, Optional<Kind> found, String what, String elsewhere, OperatorConsole console) {
        if (found.isEmpty() || found.get() == wanted) {
            return;
        }
        throw console.refuse(
                wanted == Kind.DEMO
                        ? what + " holds real data, so no demonstration starts here. Choose another one (" + elsewhere
                                + "), or start without --demo."
                        : what + " holds a demonstration, so no real work starts here. Choose another one (" + elsewhere
                                + "), or start with --demo.");
    }

    private static Optional<Kind> inDatabase(Handle handle) {
        return handle.createQuery("select kind from core.installation")
                .mapTo(Kind.class)
                .findOne();
    }

    /** Of several nodes that start at once the first one decides. */
    private static Kind claim(Handle handle, Kind wanted, Clock clock) {
        if (inDatabase(handle).isEmpty()) {
            Inserts.unlessTaken(handle, () -> handle.createUpdate(
                            "insert into core.installation (id, kind, begun_at) values (1, :kind, :at)")
                    .bind("kind", wanted)
                    .bind("at", OffsetDateTime.now(clock))
                    .execute());
        }
        return inDatabase(handle).orElseThrow();
    }

    private static Optional<Kind> inHome(Path mark) {
        try {
            return Files.exists(mark)
                    ? Optional.of(Kind.valueOf(Files.readString(mark).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mark(Path mark, Kind kind) {
        try {
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, kind.name() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
