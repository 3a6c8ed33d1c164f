package org.shishi.core.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.platform.Incidents;
import org.shishi.api.platform.PlatformInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the incidents of a day, also over restarts. The count is kept in the home, not in the database: the database
 * may be what failed.
 */
@Component
public final class NumberedIncidents implements Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(NumberedIncidents.class);

    private final Clock clock;
    private final Path file;
    private String day = "";
    private int count;

    @Activate
    public NumberedIncidents(@Reference PlatformInfo platform, @Reference Clock clock) {
        this(platform.home().resolve("run").resolve("incidents"), clock);
    }

    NumberedIncidents(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        read();
    }

    @Override
    public String report(String where, Throwable fault) {
        String number = next();
        LOG.error("Incident {} in {}", number, where, fault);
        return number;
    }

    private synchronized String next() {
        String today = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        count = today.equals(day) ? count + 1 : 1;
        day = today;
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, day + " " + count);
        } catch (IOException e) {
            LOG.warn("The count of incidents cannot be kept in {}: {}", file, e.getMessage());
        }
        return String.format(Locale.ROOT, "I-%s-%04d", day, count);
    }

    private void read() {
        try {
            String[] kept = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
            if (kept.length == 2) {
                count = Integer.parseInt(kept[1]);
                day = kept[0];
            }
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The count of incidents in {} cannot be read and begins anew: {}", file, e.getMessage());
        }
    }
}
