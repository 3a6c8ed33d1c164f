package org.shishi.core.people;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shishi.api.people.ExclusionGroup;
import org.shishi.api.people.Participation;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordType;
import org.shishi.api.text.Text;

/** What programmes declare, kept for the time when they are away. */
final class GroupRows {

    private final Handle handle;

    GroupRows(Handle handle) {
        this.handle = handle;
    }

    void declare(ProgrammeContext programme) {
        remove("exclusion_group", programme);
        remove("participation_kind", programme);
        remove("participation_state", programme);
        for (ExclusionGroup group : programme.descriptor().exclusions()) {
            handle.createUpdate("insert into core.exclusion_group (programme_id, edition_year, code, kinds, most, per,"
                            + " years, warns, refusal_code) values (:programme, :year, :code, :kinds, :most, :per,"
                            + " :years, :warns, :refusal)")
                    .bind("programme", programme.programmeId())
                    .bind("year", programme.year())
                    .bind("code", group.code())
                    .bind(
                            "kinds",
                            String.join(",", group.kinds().stream().sorted().toList()))
                    .bind("most", group.most())
                    .bind("per", group.per().name())
                    .bind("years", group.years())
                    .bind("warns", group.warns())
                    .bind("refusal", group.refusal())
                    .execute();
        }
        for (RecordType<?> type : programme.descriptor().records()) {
            type.participations().forEach(part -> kind(programme, part));
            if (!type.participations().isEmpty()) {
                type.workflow().ifPresent(flow -> states(programme, type, flow.states()));
            }
        }
    }

    private void remove(String table, ProgrammeContext programme) {
        handle.createUpdate("delete from core." + table + " where programme_id = :programme and edition_year = :year")
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .execute();
    }

    private void states(ProgrammeContext programme, RecordType<?> type, Class<? extends Enum<?>> states) {
        for (Enum<?> state : states.getEnumConstants()) {
            Text title = programme.texts().get(states.getSimpleName() + "." + state.name());
            handle.createUpdate("insert into core.participation_state (programme_id, edition_year, type_id, state,"
                            + " title_zh, title_en) values (:programme, :year, :type, :state, :zh, :en)")
                    .bind("programme", programme.programmeId())
                    .bind("year", programme.year())
                    .bind("type", type.id())
                    .bind("state", state.name())
                    .bind("zh", title.zh())
                    .bind("en", title.en())
                    .execute();
        }
    }

    private void kind(ProgrammeContext programme, Participation<?> part) {
        Text title = programme.texts().get("participation." + part.kind());
        handle.createUpdate("insert into core.participation_kind (programme_id, edition_year, kind, title_zh, title_en,"
                        + " keep_name, keep_years) values (:programme, :year, :kind, :zh, :en, :keep, :years)")
                .bind("programme", programme.programmeId())
                .bind("year", programme.year())
                .bind("kind", part.kind())
                .bind("zh", title.zh())
                .bind("en", title.en())
                .bind("keep", part.keepName())
                .bindByType("years", PersonalTables.years(programme, part.keepName()), Integer.class)
                .execute();
    }

    /** Groups of a programme and year, as it declared them. */
    static List<ExclusionGroup> of(ProgrammeContext programme, String kind) {
        return programme.descriptor().exclusions().stream()
                .filter(group -> group.kinds().contains(kind))
                .toList();
    }
}
