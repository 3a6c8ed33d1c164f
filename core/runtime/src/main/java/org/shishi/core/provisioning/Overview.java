package org.shishi.core.provisioning;

import java.util.ArrayList;
import java.util.List;
import org.shishi.api.platform.ProgrammeStatus;
import org.shishi.api.text.Texts;
import org.shishi.core.programme.KnownProgrammes;

/** All that administrators see: how the files in the folder fare, and what was here once and left its data. */
final class Overview {

    private final Guests guests;
    private final KnownProgrammes known;
    private final Texts words;

    Overview(Guests guests, KnownProgrammes known, Texts words) {
        this.guests = guests;
        this.known = known;
        this.words = words;
    }

    List<ProgrammeStatus> statuses() {
        List<ProgrammeStatus> all = new ArrayList<>(guests.all());
        known.all().stream()
                .filter(row -> all.stream()
                        .noneMatch(s -> row.edition().id().equals(s.id())
                                && row.edition().year() == s.year()))
                .map(this::removed)
                .forEach(all::add);
        return all;
    }

    private ProgrammeStatus removed(KnownProgrammes.Known row) {
        return new ProgrammeStatus(
                row.edition().id(),
                row.edition().year(),
                row.version(),
                ProgrammeStatus.State.REMOVED,
                row.title(),
                words.get("plugin.removed"),
                null,
                row.changedAt().toInstant());
    }
}
