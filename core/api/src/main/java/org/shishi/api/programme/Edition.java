package org.shishi.api.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One programme in one year: its numbers and windows (domain specification §0 K-12, §13.3). Values are those valid now;
 * {@link #on} gives those valid on a day, once revisions exist.
 */
@ProviderType
public interface Edition {

    String programmeId();

    int year();

    EditionState state();

    /** In the order of {@code edition.yaml}. */
    List<EditionParameter> parameters();

    /**
     * A value by full name: String, Integer, Long (fen), BigDecimal, Boolean, LocalDate, List or Map of these.
     *
     * @return empty when the value is not set ({@code [U]})
     * @throws IllegalArgumentException when the edition declares no such parameter
     */
    Optional<Object> value(String name);

    /** The values valid on a day. */
    Edition on(LocalDate day);

    /**
     * All values below a prefix as a record: component {@code target} of {@code as(BreakParameters.class, "breaks")} is
     * {@code breaks.target}. Empty values are null (use boxed types), or {@link Optional#empty()} for Optional components.
     */
    <R extends Record> R as(Class<R> type, String prefix);
}
