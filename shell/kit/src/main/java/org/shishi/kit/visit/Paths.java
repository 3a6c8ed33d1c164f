package org.shishi.kit.visit;

import java.util.UUID;
import org.shishi.api.record.RecordType;

/** Where the default pages of one programme stand; no slash in front. */
public record Paths(String programme, int year) {

    public String home() {
        return year + "/" + programme;
    }

    public String list(RecordType<?> type) {
        return home() + "/" + type.id();
    }

    public String create(RecordType<?> type) {
        return list(type) + "/new";
    }

    public String importing(RecordType<?> type) {
        return list(type) + "/import";
    }

    public String record(RecordType<?> type, UUID id) {
        return list(type) + "/" + id;
    }

    public String edit(RecordType<?> type, UUID id) {
        return record(type, id) + "/edit";
    }

    public String report(String report) {
        return home() + "/reports/" + report;
    }

    /** The shell's page on the year's rules and numbers, with their history. */
    public String numbers() {
        return "editions/" + programme + "/" + year;
    }

    /** The shell's page on who can see the record, and why. */
    public String visibility(RecordType<?> type, UUID id) {
        return "admin/visibility?record=/" + record(type, id);
    }

    /** The shell's page for a programme that is away. */
    public String offline() {
        return "offline/" + home();
    }
}
