package org.shishi.core.audit;

import java.util.Optional;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.text.Text;
import org.shishi.core.persistence.CoreDatabase;

/** What a line is about, in words. */
final class ObjectWords {

    private final CoreDatabase database;
    private final CoreTexts texts;
    private final ProgrammeTitles programmes;
    private final ShownNames names;

    ObjectWords(CoreDatabase database, CoreTexts texts, ProgrammeTitles programmes, ShownNames names) {
        this.database = database;
        this.texts = texts;
        this.programmes = programmes;
        this.names = names;
    }

    Text of(AuditObject object) {
        Text what = object.programmeId() == null ? texts(object.kind(), name(object)) : ofProgramme(object);
        return new Text(what.zh().strip(), what.en().strip());
    }

    private Text ofProgramme(AuditObject object) {
        if (object.kind().equals("job")) {
            return texts("job", job(object));
        }
        Text programme = texts.get(
                "audit.object.programme",
                programmes.title(object.programmeId(), object.year()),
                Integer.toString(object.year()));
        if (!object.kind().equals(AuditObject.RECORD) && !object.kind().equals(AuditObject.IMPORT)) {
            return texts.get("audit.object." + object.kind(), programme, object.rest());
        }
        if (object.rest().isEmpty()) {
            return programme;
        }
        Text type = programmes.word(object, object.rest()).orElse(Text.same(object.rest()));
        if (object.kind().equals(AuditObject.IMPORT)) {
            return texts.get("audit.object.import", programme, type);
        }
        return object.id() == null
                ? texts.get("audit.object.type", programme, type)
                : texts.get("audit.object.record", programme, type, name(object));
    }

    private Text texts(String kind, Object name) {
        String key = "audit.object." + kind;
        return texts.has(key) ? texts.get(key, name) : Text.same(kind.isEmpty() ? name.toString() : kind + "/" + name);
    }

    private Object name(AuditObject object) {
        if (object.id() != null) {
            String name = names.of(object.id());
            return name == null ? ShownNames.shortened(object.id()) : name;
        }
        String key = "audit.object." + object.kind() + "." + object.rest();
        return texts.has(key) ? texts.get(key) : object.rest();
    }

    /** Jobs outlive their programme's absence in a table of their own. */
    private Text job(AuditObject object) {
        Optional<Text> title = database.read(handle -> handle.createQuery("select title_zh, title_en from core.job"
                        + " where programme_id = :programme and edition_year = :year and id = :id")
                .bind("programme", object.programmeId())
                .bind("year", object.year())
                .bind("id", object.rest())
                .map((row, context) -> new Text(row.getString(1), row.getString(2)))
                .findOne());
        return title.orElse(Text.same(object.rest()));
    }
}
