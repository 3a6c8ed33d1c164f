package org.shishi.core.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.programme.KnownProgrammes;
import org.shishi.core.record.LiveYears;

/** What programmes call themselves, also those that are away, and their words while they are there. */
final class ProgrammeTitles {

    private final LiveYears live;
    private final Map<String, Text> known = new HashMap<>();

    ProgrammeTitles(LiveYears live, KnownProgrammes known) {
        this.live = live;
        // Years in their order: the newest one speaks for the programme.
        known.all().forEach(each -> this.known.put(each.edition().id(), each.title()));
    }

    Text title(String programmeId, int year) {
        return live.find(programmeId, year)
                .map(LiveProgramme::title)
                .orElseGet(() -> known.getOrDefault(programmeId, Text.same(programmeId)));
    }

    /** Empty: it is away, or has no such word. */
    Optional<Text> word(AuditObject object, String key) {
        return texts(object).filter(texts -> texts.has(key)).map(texts -> texts.get(key));
    }

    Optional<RecordType<?>> type(AuditObject object) {
        return programme(object).flatMap(programme -> programme.descriptor().record(object.rest()));
    }

    private Optional<Texts> texts(AuditObject object) {
        return programme(object).map(programme -> programme.context().texts());
    }

    private Optional<LiveProgramme> programme(AuditObject object) {
        return object.programmeId() == null ? Optional.empty() : live.find(object.programmeId(), object.year());
    }
}
