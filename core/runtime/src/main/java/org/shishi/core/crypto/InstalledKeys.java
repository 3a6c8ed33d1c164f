package org.shishi.core.crypto;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.PlatformInfo;
import org.shishi.core.persistence.CoreDatabase;
import org.shishi.core.platform.OperatorConsole;
import org.shishi.core.setup.Installation;

/**
 * Keys from the property {@code shishi.keys.<purpose>}, else the environment variable {@code SHISHI_KEYS_<PURPOSE>}, else
 * the file {@code conf/keys/<purpose>.keys} of the home, which is made at the first start. A database that was written
 * with other keys stops the start: going on would leave data that half of the nodes cannot read.
 */
@Component(service = Keys.class)
public final class InstalledKeys implements Keys {

    private final Map<KeyPurpose, KeyRing> rings = new EnumMap<>(KeyPurpose.class);
    private final OperatorConsole console;
    private final Path home;
    private final KeyCheck check;

    @Activate
    public InstalledKeys(
            BundleContext context,
            @Reference PlatformInfo platform,
            @Reference Installation installation,
            @Reference CoreDatabase database,
            @Reference OperatorConsole console,
            @Reference Clock clock) {
        this(installation, platform.home(), context::getProperty, System::getenv, database, console, clock);
    }

    /** @param installation claimed before any key is made */
    InstalledKeys(
            Installation installation,
            Path home,
            UnaryOperator<String> property,
            UnaryOperator<String> environment,
            CoreDatabase database,
            OperatorConsole console,
            Clock clock) {
        this.console = console;
        this.home = home;
        this.check = new KeyCheck(database, clock);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            KeyRing ring = ring(purpose, given(purpose, property, environment));
            check.unfit(purpose, ring).ifPresent(id -> {
                throw console.refuse("The database was written with another key " + purpose.word() + "/" + id
                        + " than this start has. Take the files of " + KeyFile.folder(home)
                        + " from the home that began this database, or from its backup.");
            });
            rings.put(purpose, ring);
        }
    }

    private KeyRing ring(KeyPurpose purpose, Optional<String> given) {
        KeyFile file = new KeyFile(home, purpose);
        String where = given.isPresent()
                ? "shishi.keys." + purpose.word()
                : file.path().toString();
        try {
            return KeyRing.parse(given.or(file::read).orElseGet(() -> create(purpose, file)));
        } catch (IllegalArgumentException e) {
            throw console.refuse("The keys in " + where + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private String create(KeyPurpose purpose, KeyFile file) {
        if (!check.known(purpose).isEmpty()) {
            throw console.refuse("The file " + file.path() + " is missing, and the database was written with its key."
                    + " Take it from the home that began this database, or from its backup.");
        }
        return file.create();
    }

    private static Optional<String> given(
            KeyPurpose purpose, UnaryOperator<String> property, UnaryOperator<String> environment) {
        return Optional.ofNullable(property.apply("shishi.keys." + purpose.word()))
                .or(() -> Optional.ofNullable(
                        environment.apply("SHISHI_KEYS_" + purpose.word().toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    @Override
    public KeyRing ring(KeyPurpose purpose) {
        return rings.get(purpose);
    }
}
