package org.shishi.core.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.persistence.platform.database.H2Platform;

/**
 * H2 answers {@code timestamp with time zone} as an offset date-time, from which the provider makes no Instant. Public:
 * the provider makes it by name.
 */
public final class H2WithOffsets extends H2Platform {

    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("unchecked")
    public <T> T convertObject(Object source, Class<T> type) {
        if (source instanceof OffsetDateTime at && type == Instant.class) {
            return (T) at.toInstant();
        }
        return super.convertObject(source, type);
    }
}
