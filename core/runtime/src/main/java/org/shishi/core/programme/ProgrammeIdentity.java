package org.shishi.core.programme;

import java.util.Dictionary;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * Which programme a bundle is, by its manifest alone.
 *
 * @param id header {@code Shishi-Programme}
 * @param version its major number is the year
 */
public record ProgrammeIdentity(String id, Version version) {

    /** The header that makes a bundle a programme. */
    public static final String ID = "Shishi-Programme";

    /** Class names of its JPA entities, embeddables and converters, separated by commas. */
    public static final String ENTITIES = "Shishi-Entities";

    public static Optional<ProgrammeIdentity> of(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        String id = headers.get(ID);
        return id == null || id.isBlank()
                ? Optional.empty()
                : Optional.of(new ProgrammeIdentity(id.strip(), bundle.getVersion()));
    }

    public int year() {
        return version.getMajor();
    }

    /** Programme and year: what there can be only one of. */
    public Edition edition() {
        return new Edition(id, year());
    }

    @Override
    public String toString() {
        return id + " " + version;
    }

    /** A programme in one year. */
    public record Edition(String id, int year) implements Comparable<Edition> {

        @Override
        public int compareTo(Edition other) {
            int byId = id.compareTo(other.id);
            return byId != 0 ? byId : Integer.compare(year, other.year);
        }

        @Override
        public String toString() {
            return id + "/" + year;
        }
    }
}
