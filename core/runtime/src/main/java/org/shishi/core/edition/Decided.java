package org.shishi.core.edition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shishi.api.platform.EditionAdmin.Extension;
import org.shishi.api.programme.EditionParameter;
import org.shishi.api.programme.EditionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was decided about an edition since its file was written, at one moment. Immutable.
 *
 * @param stamp another one after every change
 * @param counting revisions that count, by name, in the order of {@link StoredRevision#ORDER}
 * @param extensions not revoked
 */
record Decided(EditionState state, UUID stamp, Map<String, List<StoredRevision>> counting, List<Extension> extensions) {

    private static final Logger LOG = LoggerFactory.getLogger(Decided.class);

    /** Nothing yet. */
    static Decided nothing(EditionState state) {
        return new Decided(state, null, Map.of(), List.of());
    }

    static Decided of(EditionState state, UUID stamp, List<StoredRevision> revisions, List<Extension> extensions) {
        Map<String, List<StoredRevision>> counting = revisions.stream()
                .filter(StoredRevision::counts)
                .sorted(StoredRevision.ORDER)
                .collect(Collectors.groupingBy(StoredRevision::name));
        return new Decided(
                state,
                stamp,
                counting,
                extensions.stream().filter(each -> each.revokedAt() == null).toList());
    }

    /** The value that counts on a day: what was decided, else what the file starts with. */
    Object value(EditionParameter declared, LocalDate day) {
        List<StoredRevision> revisions = counting.getOrDefault(declared.name(), List.of());
        for (StoredRevision revision : revisions.reversed()) {
            if (revision.holdsOn(day)) {
                return read(declared, revision);
            }
        }
        return declared.value();
    }

    /** A newer bundle may have given a parameter another type; then its own value holds until somebody sets it anew. */
    private static Object read(EditionParameter declared, StoredRevision revision) {
        try {
            return PlainJson.read(ParameterType.of(declared.type()), revision.json());
        } catch (ParameterFault.Unfit e) {
            LOG.warn(
                    "{} {}: the value of {} is no {}",
                    revision.edition(),
                    declared.name(),
                    revision.at(),
                    declared.type());
            return declared.value();
        }
    }

    /** null: it was not extended. */
    LocalDate extended(String window, UUID organisation) {
        return extensions.stream()
                .filter(each ->
                        each.window().equals(window) && each.organisation().equals(organisation))
                .map(Extension::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
